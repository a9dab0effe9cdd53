package org.voicepact.contract.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.ID;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.TIME_TO_ANSWER;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Terms;
import org.voicepact.contract.entity.Transcript;
import org.voicepact.evidence.entity.HashAlgorithm;

class CanonicalContractTest {

  private static final Terms TERMS =
      ContractFixture.terms("KES", "{\"total_amount\": 350000, \"product\": \"Maize\"}");

  /** Whoever changes this form makes every hash of before impossible to check: it needs a new format. */
  @Test
  void theFormIsExactlyThis() {
    assertThat(canonical(ContractFixture.ofTwo(), Optional.empty()))
        .isEqualTo(
            "{\"contract_id\":\"AG-2026-000123\",\"contract_type\":\"agricultural_supply\","
                + "\"created_at\":\"2026-11-24T12:00:00.000Z\",\"currency\":\"KES\","
                + "\"expires_at\":\"2026-11-25T12:00:00.000Z\",\"format\":\"voicepact/contract/1\","
                + "\"parties\":[{\"commitment\":\"commitment-0\",\"role\":\"seller\"},"
                + "{\"commitment\":\"commitment-1\",\"role\":\"buyer\"}],"
                + "\"terms\":{\"product\":\"Maize\",\"total_amount\":\"350000.00\"},\"version\":\"1\"}");
  }

  @Test
  void theWordsOfTheDealAreCoveredByTheirCommitmentAlone() {
    Transcript transcript = new Transcript(ID, "my secret words", new byte[32], "c0ffee");

    assertThat(canonical(ContractFixture.ofTwo(), Optional.of(transcript)))
        .contains("\"transcript_commitment\":\"c0ffee\"")
        .doesNotContain("secret");
  }

  @Test
  void neitherNamesNorNumbersAreInIt() {
    assertThat(canonical(ContractFixture.ofTwo(), Optional.empty()))
        .doesNotContain(SELLER.e164())
        .doesNotContain(BUYER.e164())
        .doesNotContain("Party");
  }

  @Test
  void anAnswerDoesNotChangeItButAnAmendmentDoes() {
    Contract contract = ContractFixture.ofTwo();
    String before = canonical(contract, Optional.empty());

    contract.confirm(SELLER, Optional.empty(), NOON);
    assertThat(canonical(contract, Optional.empty())).isEqualTo(before);

    contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));
    assertThat(canonical(contract, Optional.empty()))
        .isNotEqualTo(before)
        .contains("\"version\":\"2\"");
  }

  @Test
  void theVersionKeepsTheBytesAndTheirHash() {
    Contract contract = ContractFixture.ofTwo();
    byte[] bytes = CanonicalContract.bytes(contract, TERMS, Optional.empty());

    ContractVersion version = new ContractVersion(
        contract.id(), 1, NOON, contract.expiresAt(), TERMS, bytes, HashAlgorithm.SHA256);

    assertThat(version.canonical()).isEqualTo(bytes);
    assertThat(version.hash()).isEqualTo(HashAlgorithm.SHA256.hash(bytes));
    assertThat(version.hashAlgorithm()).isEqualTo(HashAlgorithm.SHA256);
    assertThat(version.terms().means(TERMS)).isTrue();
  }

  private static String canonical(Contract contract, Optional<Transcript> transcript) {
    return new String(CanonicalContract.bytes(contract, TERMS, transcript), StandardCharsets.UTF_8);
  }
}

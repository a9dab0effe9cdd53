package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.PhoneNumber;

class CommitmentsTest {

  private static final byte[] KEY =
      HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));
  private static final byte[] OTHER_KEY =
      HexFormat.of().parseHex("ff112233445566778899aabbccddeeff".repeat(2));
  private static final PhoneNumber PHONE = new PhoneNumber("+254712345678");

  @Test
  void whoHasKeyNameAndNumberCanRecomputeTheCommitmentToAParty() throws GeneralSecurityException {
    assertThat(Commitments.party(KEY, Optional.of("Wanjiku \"Ciku\" Njeri\u00F1"), PHONE))
        .isEqualTo(mac(
            KEY, "{\"name\":\"Wanjiku \\\"Ciku\\\" Njeri\u00F1\",\"phone\":\"+254712345678\"}"));
  }

  @Test
  void aPartyWithoutANameIsCommittedToByItsNumberAlone() throws GeneralSecurityException {
    assertThat(Commitments.party(KEY, Optional.empty(), PHONE))
        .isEqualTo(mac(KEY, "{\"phone\":\"+254712345678\"}"));
  }

  @Test
  void whoHasKeyAndWordsCanRecomputeTheCommitmentToThem() throws GeneralSecurityException {
    assertThat(Commitments.transcript(KEY, "one\ntwo"))
        .isEqualTo(mac(KEY, "{\"transcript\":\"one\\ntwo\"}"));
    assertThat(Commitments.text(KEY, "YES-AG-2026-000123"))
        .isEqualTo(mac(KEY, "{\"text\":\"YES-AG-2026-000123\"}"));
  }

  @Test
  void theSameWordsInAnotherPlaceHaveAnotherCommitment() {
    assertThat(Commitments.text(KEY, "+254712345678"))
        .isNotEqualTo(Commitments.transcript(KEY, "+254712345678"))
        .isNotEqualTo(Commitments.party(KEY, Optional.empty(), PHONE));
  }

  @Test
  void aTextCannotPassForAParty() {
    assertThat(Commitments.text(KEY, "x\",\"phone\":\"+254712345678"))
        .isNotEqualTo(Commitments.party(KEY, Optional.of("x"), PHONE));
  }

  @Test
  void withAnotherKeyTheSameContentHasAnotherCommitment() {
    assertThat(Commitments.party(KEY, Optional.empty(), PHONE))
        .isNotEqualTo(Commitments.party(OTHER_KEY, Optional.empty(), PHONE));
  }

  @Test
  void aCommitmentShowsNothingOfItsContent() {
    assertThat(Commitments.party(KEY, Optional.of("Wanjiku"), PHONE)).matches("[0-9a-f]{64}");
  }

  @Test
  void eachKeyIsNewAndLongEnough() {
    Commitments commitments = new Commitments(new SecureRandom());

    assertThat(commitments.newKey())
        .hasSize(Commitments.KEY_LENGTH)
        .isNotEqualTo(commitments.newKey());
    assertThat(Commitments.KEY_LENGTH).isGreaterThanOrEqualTo(32);
  }

  private static String mac(byte[] key, String json) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(json.getBytes(StandardCharsets.UTF_8)));
  }
}

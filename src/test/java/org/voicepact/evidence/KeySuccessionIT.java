package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Who trusts the first key of an installation can go on when it changes, as far as each key was at hand to sign the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeySuccessionIT {

  private static final PhoneRange PHONES = new PhoneRange(6300);
  private static final String FIRST = "the first secret of this installation, 1";
  private static final String SECOND = "the second secret of this installation, 2";
  private static final String THIRD = "the third secret of this installation, 3";

  private static VoicePactServer server;
  private static Api api;
  private static String fingerprint;
  private static String contract;

  private static final String SELLER = PHONES.next();
  private static final String BUYER = PHONES.next();

  @BeforeAll
  static void start() {
    server = VoicePactServer.start("key-succession", Map.of("SIGNATURE_PRIVATE_KEY", FIRST));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String checkpointKey() {
    for (JsonNode key : api.get("/api/v1/keys").json().path("keys")) {
      if (key.path("purpose").asText().equals("checkpoint") && !key.has("retired_at")) {
        return key.path("kid").asText();
      }
    }
    throw new AssertionError("no key for checkpoints");
  }

  private static Report check(String trusted) {
    return CheckingProof.check(
        Proof.parse(api.get("/api/v1/contracts/" + contract + "/proof").bytes()),
        TrustedKeys.ofIds(Set.of(trusted)),
        OtherEvidence.NONE);
  }

  private static void restart(Map<String, String> changed) {
    server.restart(changed);
    api = Api.documented(server);
  }

  @Test
  @Order(1)
  void aProofHoldsForWhoTrustsTheFingerprint() {
    contract = api.newContract(SELLER, BUYER);
    api.act(contract, "confirm", SELLER);
    fingerprint = checkpointKey();

    assertThat(check(fingerprint).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(check("somebody-elses-key").verdict()).isEqualTo(Verdict.SIGNER_UNKNOWN);
  }

  @Test
  @Order(2)
  void aNewKeyThatTheOldOneSignedIsTrustedByWhoTrustsTheOldOne() {
    restart(Map.of("SIGNATURE_PRIVATE_KEY", SECOND, "SIGNATURE_PRIVATE_KEY_PREVIOUS", FIRST));
    api.act(contract, "confirm", BUYER);

    assertThat(checkpointKey()).isNotEqualTo(fingerprint);
    Report report = check(fingerprint);
    assertThat(report.verdict()).as(report.conclusion()).isEqualTo(Verdict.HOLDS);
    assertThat(check(checkpointKey()).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(api.post(
                "/api/v1/verify",
                api.get("/api/v1/contracts/" + contract + "/proof").text())
            .member("verdict"))
        .isEqualTo("holds");
  }

  @Test
  @Order(3)
  void aNewKeyThatTheOldOneDidNotSignIsUnknownToWhoTrustsTheOldOne() {
    restart(Map.of("SIGNATURE_PRIVATE_KEY", THIRD));
    api.newContract(SELLER, BUYER);

    assertThat(check(fingerprint).verdict()).isEqualTo(Verdict.SIGNER_UNKNOWN);
    assertThat(check(checkpointKey()).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(server.console()).contains("is not among the _PREVIOUS keys");
  }

  @Test
  @Order(4)
  void aStatementOfARetiredKeyStillCountsBecauseItsEntryLiesBelowTheRetirement() {
    Report report = check(checkpointKey());

    assertThat(report.checks())
        .filteredOn(line -> line.startsWith("statement "))
        .hasSize(2);
    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
  }
}

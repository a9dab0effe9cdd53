package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.evidence.control.CanonicalJson;

class RecordedAnswerTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.007Z");

  @ParameterizedTest
  @EnumSource(Assurance.class)
  void itSaysWhatWasSigned(Assurance assurance) {
    Statement statement = new Statement(
        Statement.Type.DECLINE,
        "AG-2026-000123",
        12,
        "0f".repeat(32),
        HashAlgorithm.BLAKE2B,
        "buyer",
        "c0".repeat(32),
        Channel.SMS,
        assurance,
        Optional.of("message"),
        Optional.empty(),
        NOON,
        Particulars.NONE);
    byte[] bytes = CanonicalJson.bytes(statement.document("key"));

    assertThat(RecordedAnswer.of(
            new SignedStatement(statement, bytes, new byte[64], SignatureAlgorithm.ED25519, "key")))
        .isEqualTo(new RecordedAnswer(
            Statement.Type.DECLINE,
            12,
            "c0".repeat(32),
            Channel.SMS,
            assurance,
            NOON,
            Particulars.NONE));
  }
}

package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

  /** RFC 5869, appendix A.3: SHA-256 with neither salt nor info. */
  @Test
  void theKnownAnswerWithoutSaltAndInfoIsGiven() {
    byte[] secret = HexFormat.of().parseHex("0b".repeat(22));

    assertThat(Hkdf.derive(secret, "", 42))
        .asHexString()
        .isEqualToIgnoringCase(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  @Test
  void theLabelDecidesTheKey() {
    byte[] secret = "a secret".getBytes(StandardCharsets.UTF_8);

    assertThat(Hkdf.derive(secret, "one", 32))
        .hasSize(32)
        .isNotEqualTo(Hkdf.derive(secret, "two", 32));
  }

  @Test
  void theSecretDecidesTheKey() {
    assertThat(Hkdf.derive(new byte[] {1}, "one", 32))
        .isNotEqualTo(Hkdf.derive(new byte[] {2}, "one", 32));
  }
}

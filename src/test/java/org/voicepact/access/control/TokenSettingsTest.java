package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.control.Environment;

class TokenSettingsTest {

  private static final String LOCATION = "https://login.example.org/jwks";
  private static final String ISSUER = "https://login.example.org";

  @Test
  void thePresentSecretComesFirst() {
    assertThat(settings("development", "10", null, null).secrets())
        .extracting(key -> new String(key.getEncoded()))
        .containsExactly(Parts.SECRET, Parts.PREVIOUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "1h", "99999999999999999999"})
  void aWrongLifetimeIsRefused(String minutes) {
    assertThatThrownBy(() -> settings("development", minutes, null, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ACCESS_TOKEN_EXPIRE_MINUTES");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keys.json",
        "file:///etc/passwd",
        "ftp://example.org/jwks",
        "https:",
        "http //x",
        "jar:http://x!/y"
      })
  void whatIsNoAddressOfAJwkSetIsRefused(String location) {
    assertThatThrownBy(() -> settings("development", "10", location, ISSUER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("JWT_PUBLIC_KEY_LOCATION must be the https address");
  }

  @Test
  void productionReadsKeysThroughTlsAlone() {
    String plain = LOCATION.replace("https", "http");
    assertThatThrownBy(() -> settings("production", "10", plain, ISSUER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("JWT_PUBLIC_KEY_LOCATION must be the https address");
    assertThat(settings("production", "10", LOCATION, ISSUER).otherKeys()).isPresent();
    assertThat(settings("testing", "10", plain, ISSUER).otherKeys()).isPresent();
  }

  @Test
  void keysAndIssuerGoTogether() {
    String together = "JWT_PUBLIC_KEY_LOCATION and JWT_PUBLIC_KEY_ISSUER must be set together";
    assertThatThrownBy(() -> settings("testing", "10", LOCATION, null)).hasMessage(together);
    assertThatThrownBy(() -> settings("testing", "10", null, ISSUER)).hasMessage(together);
  }

  @Test
  void theOtherIssuerIsNotOurselves() {
    assertThatThrownBy(() -> settings("testing", "10", LOCATION, "voicepact"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("JWT_PUBLIC_KEY_ISSUER must not be the JWT_ISSUER");
  }

  private static TokenSettings settings(
      String environment, String minutes, String location, String otherIssuer) {
    return new TokenSettings(
        Parts.secret(Parts.SECRET),
        new Environment(environment),
        Optional.of(Parts.PREVIOUS),
        "voicepact",
        "voicepact",
        minutes,
        Optional.ofNullable(location),
        Optional.ofNullable(otherIssuer));
  }
}

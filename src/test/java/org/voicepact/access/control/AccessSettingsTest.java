package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.control.Environment;

class AccessSettingsTest {

  @ParameterizedTest
  @CsvSource(textBlock = """
          open,              true,  true,  true
          api-key,           false, true,  false
          jwt,               false, false, true
          'api-key,jwt',     false, true,  true
          ' jwt , api-key ', false, true,  true
          """)
  void theModeSaysWhichCredentialsCount(String mode, boolean open, boolean keys, boolean tokens) {
    AccessSettings settings = Parts.access(mode, "full");
    assertThat(settings.isOpen()).isEqualTo(open);
    assertThat(settings.takesKeys()).isEqualTo(keys);
    assertThat(settings.takesTokens()).isEqualTo(tokens);
    assertThat(settings.anonymousRoles().isEmpty()).isEqualTo(!open);
  }

  @Test
  void whatTheAnonymousMayReadIsSet() {
    assertThat(Parts.access("open", "full").anonymousRoles())
        .isEqualTo(Set.of(Roles.PROGRESS, Roles.READ, Roles.WRITE));
    assertThat(Parts.access("open", "minimal").anonymousRoles())
        .isEqualTo(Set.of(Roles.PROGRESS, Roles.WRITE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Open",
        "apikey",
        "open,jwt",
        "jwt,open",
        "jwt;api-key",
        "jwt,",
        ",",
        "none"
      })
  void anUnknownModeIsRefused(String mode) {
    assertThatThrownBy(() -> Parts.access(mode, "full"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("AUTH_MODE must be one of: open, api-key, jwt, api-key,jwt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Full", "all", "full ", "none"})
  void anUnknownWayToReadIsRefused(String openRead) {
    assertThatThrownBy(() -> Parts.access("open", openRead))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("OPEN_READ must be one of: full, minimal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OTP", "sms", "none"})
  void anUnknownProofIsRefused(String proof) {
    assertThatThrownBy(() -> settings("open", "full", proof, "development"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("PARTY_PROOF must be one of: otp, phone");
  }

  @Test
  void productionIsNotContentWithANumber() {
    assertThatThrownBy(() -> settings("open", "minimal", "phone", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PARTY_PROOF must be otp when ENVIRONMENT is production");
    assertThat(settings("open", "minimal", "otp", "production").codesAreAsked()).isTrue();
    assertThat(settings("open", "minimal", "phone", "testing").codesAreAsked()).isFalse();
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThatThrownBy(() -> settings("a", "b", "c", "testing"))
        .hasMessageContainingAll("AUTH_MODE", "OPEN_READ", "PARTY_PROOF");
  }

  private static AccessSettings settings(
      String mode, String openRead, String proof, String environment) {
    return new AccessSettings(mode, openRead, proof, new Environment(environment));
  }
}

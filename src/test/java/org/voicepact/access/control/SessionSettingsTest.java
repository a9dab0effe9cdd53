package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.control.TlsSettings;

class SessionSettingsTest {

  private static SessionSettings settings(String minutes, String kind, String url) {
    Environment environment = new Environment(kind);
    TlsSettings none = new TlsSettings("-1", Optional.empty(), Optional.empty());
    PublicAddress address = new PublicAddress(Optional.ofNullable(url), 8000, none, environment);
    return new SessionSettings(minutes, environment, () -> address);
  }

  @Test
  void byHttpsTheCookieIsForThisHostAlone() {
    for (SessionSettings encrypted : new SessionSettings[] {
      settings("30", "production", null), settings("30", "testing", "https://pact.example.org")
    }) {
      assertThat(encrypted.isEncrypted()).isTrue();
      assertThat(encrypted.cookie()).isEqualTo("__Host-voicepact");
      assertThat(encrypted.deviceCookie()).isEqualTo("__Host-voicepact-device");
    }
  }

  @Test
  void elsewhereABrowserWouldNotTakeSuchACookie() {
    SessionSettings plain = settings("30", "development", null);
    assertThat(plain.isEncrypted()).isFalse();
    assertThat(plain.cookie()).isEqualTo("voicepact");
  }

  @Test
  void aUseIsNotedOftenEnoughForAShortSession() {
    assertThat(settings("30", "development", null).noted()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings("1", "development", null).noted()).isEqualTo(Duration.ofSeconds(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1.5"})
  void anythingButMinutesIsRefused(String minutes) {
    assertThatThrownBy(() -> settings(minutes, "development", null))
        .hasMessageContaining("SESSION_IDLE_MINUTES");
  }
}

package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  private static final TlsSettings NO_TLS =
      new TlsSettings("-1", Optional.empty(), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "https://pact.example.org, https://pact.example.org/verify/x",
    "https://pact.example.org/, https://pact.example.org/verify/x",
    "' https://pact.example.org:8443 ', https://pact.example.org:8443/verify/x",
    "http://192.0.2.7, http://192.0.2.7/verify/x"
  })
  void pathsAreUnderIt(String setting, String expected) {
    assertThat(address(setting, "development").of("/verify/x")).hasToString(expected);
    assertThat(address(setting, "development").isLoopback()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pact.example.org",
        "/verify",
        "ftp://pact.example.org",
        "https:///verify",
        "https://pact.example.org/under",
        "https://pact.example.org//",
        "https://pact.example.org?a=b",
        "https://pact.example.org/#top",
        "https://user@pact.example.org",
        "https://pact example.org"
      })
  void whatIsNoAddressOfAServerIsRefused(String setting) {
    assertRefused(setting, "development");
  }

  @Test
  void inProductionItIsEncrypted() {
    assertRefused("http://pact.example.org", "production");
    assertRefused("http://localhost.example.org", "production");
    assertThat(address("https://pact.example.org", "production").isLoopback()).isFalse();
  }

  @Test
  void whereItIsNotSetItIsThisMachine() {
    PublicAddress unset =
        new PublicAddress(Optional.empty(), 8000, NO_TLS, new Environment("production"));

    assertThat(unset.of("/verify/x")).hasToString("http://localhost:8000/verify/x");
    assertThat(unset.isLoopback()).isTrue();
  }

  private static void assertRefused(String setting, String environment) {
    assertThatThrownBy(() -> address(setting, environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PUBLIC_URL must be the https address of this server");
  }

  private static PublicAddress address(String setting, String environment) {
    return new PublicAddress(Optional.of(setting), 8000, NO_TLS, new Environment(environment));
  }
}

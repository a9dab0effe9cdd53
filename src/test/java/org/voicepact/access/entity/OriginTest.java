package org.voicepact.access.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://app.example.org, https://app.example.org:443",
    "http://localhost, http://localhost:80",
    "HTTPS://App.Example.ORG, https://app.example.org",
    "capacitor://localhost, capacitor://localhost",
    "http://[::1]:3000, http://[::1]:3000"
  })
  void twoSpellingsOfOneOriginAreEqual(String one, String other) {
    assertThat(Origin.parse(one)).isPresent().isEqualTo(Origin.parse(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.org, http://app.example.org",
    "https://app.example.org, https://app.example.org:8443",
    "https://app.example.org, https://example.org",
    "http://localhost, http://127.0.0.1"
  })
  void whatABrowserKeepsApartIsNotEqual(String one, String other) {
    assertThat(Origin.parse(one)).isPresent().isNotEqualTo(Origin.parse(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "*",
        "app.example.org",
        "localhost:3000",
        "https://app.example.org/",
        "https://app.example.org/path",
        "https://app.example.org?",
        "https://app.example.org#x",
        "https://user@app.example.org",
        "https://app.example.org:",
        "https://app.example.org:port",
        "https://*.example.org",
        "https://a.example.org https://b.example.org",
        "https://app.example.org\r\nX: y",
        "https://"
      })
  void anythingElseIsNone(String text) {
    assertThat(Origin.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8000, localhost:8000, true",
    "http://localhost, localhost, true",
    "http://localhost, localhost:80, true",
    "https://pact.example.org, pact.example.org, true",
    "https://pact.example.org, PACT.example.org:443, true",
    "http://localhost:3000, localhost:8000, false",
    "http://localhost:8000, localhost, false",
    "https://pact.example.org.evil.example, pact.example.org, false",
    "https://pact.example.org, evil.example, false"
  })
  void ourOwnPagesComeFromTheHostThatWasCalled(String origin, String host, boolean own) {
    assertThat(Origin.parse(origin).orElseThrow().isServedBy(host)).isEqualTo(own);
  }

  @Test
  void withoutAHostNoPageIsOurOwn() {
    assertThat(Origin.parse("http://localhost").orElseThrow().isServedBy(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://app.example.org, true",
    "http://localhost.evil.example, true",
    "https://app.example.org, false",
    "http://localhost:3000, false",
    "http://127.0.0.1:3000, false",
    "http://[::1]:3000, false"
  })
  void onlyHttpFromAnotherMachineIsUnprotected(String origin, boolean unprotected) {
    assertThat(Origin.parse(origin).orElseThrow().isUnprotected()).isEqualTo(unprotected);
  }
}

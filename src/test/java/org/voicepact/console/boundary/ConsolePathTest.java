package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where signing in leads to. */
class ConsolePathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/overview",
        "/console/contracts?status=pending&q=%2B254",
        "/console/contracts/AG-2026-000001"
      })
  void aPageOfOursIsKept(String path) {
    assertThat(ConsolePath.next(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/console//evil.example",
        "/consolex",
        "/console/\\evil",
        "/console/a\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/api/v1/contracts"
      })
  void nothingElseIs(String path) {
    assertThat(ConsolePath.next(path)).isEqualTo("/console/contracts");
  }
}

package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where signing in leads to, and what page a form is on. */
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
        "/console/../api/v1/admin/backups",
        "/console/contracts/%2E%2e/%2e./api",
        "/console/..",
        "/console/a\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/api/v1/contracts"
      })
  void nothingElseIs(String path) {
    assertThat(ConsolePath.next(path)).isEqualTo("/console/contracts");
  }

  @ParameterizedTest
  @CsvSource({
    "/console/contracts/AG-2026-000001/notes, /console/contracts/AG-2026-000001",
    "/console/contracts/new/words, /console/contracts/new",
    "/console/contracts/new, /console/contracts/new",
    "/console/payments/pay-1/decide, /console/payments/pay-1",
    "/console/reconciliations/7/seen, /console/reconciliations/7",
    "/console/notices/7/seen, /console/notices",
    "/console/keys/7/revoke, /console/keys",
    "/console/operators/asha/password, /console/operators",
    "/console/messages/5/retry, /console/messages",
    "/console/audit/verify, /console/audit",
    "/console/sign-in, /console",
    "/console/sign-out, /console",
    "/console/again, /console",
    "/console, /console"
  })
  void aFormBelongsToAPage(String action, String page) {
    assertThat(ConsolePath.pageOf(action)).isEqualTo(page);
  }
}

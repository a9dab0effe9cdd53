package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.RawHttp;
import org.voicepact.testing.VoicePactServer;

/** Requests that no client would send: each is the caller's fault, and the server says nothing of its inside. */
@OnSharedServer
class HostileRequestsIT {

  @AfterEach
  void theServerGoesOn(Api api) {
    assertThat(api.get("/health/ready").status()).isEqualTo(200);
  }

  private static void assertRefused(String answer) {
    assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 499);
    assertThat(answer).doesNotContain("Exception", "org.voicepact", "org.jboss", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: ;;;",
        "Accept: a/b/c",
        "Content-Type: garbage",
        "Content-Type: /",
        "Content-Type: application/json;charset",
        "Content-Length: -1",
        "Content-Length: abc"
      })
  void aHeaderThatCannotBeReadIsTheCallersFault(String header, VoicePactServer server) {
    assertRefused(
        RawHttp.send(server, "POST /api/v1/contracts/create HTTP/1.1", header + "\r\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept: ;;;", "Content-Type: garbage"})
  void alsoWhatFailsBeforeAnyResourceIsAProblemResponse(String header, VoicePactServer server) {
    String answer = RawHttp.send(
        server,
        "POST /api/v1/contracts/create HTTP/1.1",
        header + "\r\nX-Request-Id: raw-1\r\n",
        "{}");

    assertThat(RawHttp.status(answer)).isEqualTo(400);
    assertThat(answer)
        .contains("application/problem+json", "\"status\":400", "X-Request-Id: ")
        .doesNotContain("SRVE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-None-Match: abc",
        "If-None-Match: \"",
        "If-Modified-Since: yesterday",
        "If-Match: W/",
        "Accept-Language: ;;",
        "Accept-Charset: x;q=9",
        "Cookie: =;=",
        "Range: bytes=5-1",
        "Forwarded: for=\"",
        "X-Forwarded-Proto: javascript"
      })
  void aHeaderThatNobodyNeedsDoesNoHarm(String header, Api api, VoicePactServer server) {
    String path = "/api/v1/contracts?limit=1";

    String answer = RawHttp.send(server, "GET " + path + " HTTP/1.1", header + "\r\n", "");

    assertThat(RawHttp.status(answer)).as(answer).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/contracts?phone_number=%ZZ",
        "/api/v1/contracts?limit=%",
        "/api/v1/contracts?status=%00",
        "/api/v1/contracts?phone_number=%FF",
        "/api/v1/contracts/%ZZ",
        "/api/v1/contracts/%00",
        "/api/v1/contracts?q=a%00b",
        "/api/v1/payments/%00",
        "/api/v1/keys/%00.pem",
        "/api/v1/keys/%2e%2e.pem",
        "/api/v1/contracts/AG-2024-001/../../../../server.xml",
        "/api/v1/../../server.xml",
        "/%2e%2e/%2e%2e/server.xml",
        "/..;/server.xml",
        "/nothing?%ZZ=%",
        "//etc/passwd",
        "/api/v1/contracts/AG-2024-001;a=b",
        "/api/v1/contracts/AG-2024-001\\..\\x"
      })
  void aPathThatCannotBeReadIsTheCallersFault(String path, VoicePactServer server) {
    assertRefused(RawHttp.send(server, "GET " + path + " HTTP/1.1", "", ""));
  }

  @ParameterizedTest
  @CsvSource({"BREW /", "get /api/v1/keys", "GET", "{}"})
  void aRequestLineThatCannotBeReadIsRefused(String start, VoicePactServer server) {
    String answer = RawHttp.send(server, start + " HTTP/1.1", "", "");

    assertThat(answer).doesNotContain("Exception", "org.voicepact", "\tat ");
    assertThat(answer.isEmpty() || RawHttp.status(answer) < 600).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 100_000})
  void aVeryLongQueryOrHeaderDoesNoHarm(int length, VoicePactServer server) {
    String query = "/api/v1/contracts?phone_number=" + "1".repeat(length);

    assertRefused(RawHttp.send(server, "GET " + query + " HTTP/1.1", "", ""));
    String answer =
        RawHttp.send(server, "GET / HTTP/1.1", "X-Request-Id: " + "x".repeat(length) + "\r\n", "");
    assertThat(RawHttp.status(answer)).isLessThan(500);
  }

  @Test
  void aBodyOfNothingButFaultsIsAnsweredWithTheFirstOfThem(Api api) {
    String name = "x".repeat(100);
    String deep =
        ("{\"" + name + "\":").repeat(8) + "[" + "null,".repeat(150_000) + "null]" + "}".repeat(8);
    Answer answer = api.post(
        "/api/v1/contracts/create",
        Deal.spoken(Api.SELLER, Api.BUYER).with("terms", deep).json());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).hasSizeBetween(1, 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+491234", "+431234", "+49123456789012345"})
  void aNumberThatIsPossibleButNoE164IsTheCallersFault(String number, Api api) {
    assertThat(api.get("/api/v1/contracts?phone_number=" + Api.encoded(number)).status())
        .isEqualTo(422);
    assertThat(api.sms(number, "YES").status()).isEqualTo(200);
  }
}

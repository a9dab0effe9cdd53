package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** Bodies that are no JSON object, too long, or of another type. */
@OnSharedServer
class UnreadableBodyIT {

  private static final String MANUAL = "/api/v1/contracts/create/manual";
  private static final int LIMIT = 1024 * 1024;
  private static final PhoneRange PHONES = new PhoneRange(7600);
  private static final String SELLER = PHONES.next();
  private static final String BUYER = PHONES.next();

  private static String valid() {
    return Deal.manual(SELLER, BUYER).json();
  }

  private static Answer post(Api api, String path, byte[] body, String... headers) {
    return send(api, path, BodyPublishers.ofByteArray(body), headers);
  }

  private static Answer send(Api api, String path, BodyPublisher body, String... headers) {
    return api.send(
        api.request(path, headers).header("Content-Type", "application/json").POST(body));
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "{",
        "{\"product\": \"Maize\"",
        "{product: \"Maize\"}",
        "{'product': 'Maize'}",
        "{\"product\": \"Maize\",}",
        "{\"product\": \"Ma\nize\"}",
        "// comment\n{}",
        "{\"product\": \"Maize\", \"product\": \"Beans\"}",
        Deal.manual(SELLER, BUYER).with("x", "{\"a\": 1, \"a\": 2}").json(),
        valid() + "x",
        valid() + valid(),
        "[" + valid() + "]",
        "null",
        "true",
        "42",
        "\"text\"",
        Deal.manual(SELLER, BUYER).with("total_amount", "NaN").json(),
        Deal.manual(SELLER, BUYER).with("total_amount", "Infinity").json(),
        Deal.manual(SELLER, BUYER).with("total_amount", "0x10").json(),
        Deal.manual(SELLER, BUYER).with("total_amount", "007").json(),
        Deal.manual(SELLER, BUYER).with("total_amount", "+1").json(),
        Deal.manual(SELLER, BUYER).with("total_amount", "1".repeat(2000)).json(),
        Deal.manual(SELLER, BUYER).with("x", nested(50)).json(),
        Deal.manual(SELLER, BUYER).with("x", nested(100_000)).json());
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aBodyThatIsNotOneJsonObjectIs400(String body, Api api) {
    assertProblem(api.post(MANUAL, body), 400, SELLER, BUYER);
  }

  static Stream<byte[]> notUtf8() {
    byte[][] wrong = {
      {(byte) 0xFF},
      {(byte) 0xC3, '('},
      {(byte) 0xC0, (byte) 0xAF},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x81, (byte) 0xED, (byte) 0xB0, (byte) 0x80},
      {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xE2, (byte) 0x82}
    };
    return Stream.of(wrong)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .map(text ->
            Deal.manual(SELLER, BUYER).with("product", "\"" + text + "\"").json())
        .map(json -> json.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @MethodSource("notUtf8")
  void bytesThatAreNoUtf8Are400(byte[] body, Api api) {
    assertProblem(post(api, MANUAL, body), 400, SELLER, BUYER);
  }

  @Test
  void termsMayBeNestedUpToTheLimit(Api api) {
    // The body and its terms are two levels.
    String terms = "{\"product\": \"Maize\", \"x\": " + nested(48) + "}";

    Answer answer = api.post(
        "/api/v1/contracts/create",
        Deal.spoken(SELLER, BUYER).with("terms", terms).json());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(api.get("/api/v1/contracts/" + answer.member("contract_id")).text())
        .contains(nested(48));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/create", "/create/manual", "/%s/confirm", "/%s/decline", "/%s/cancel"})
  void everyResourceReadsItsBodyTheSameWay(String path, Api api) {
    String full = "/api/v1/contracts" + path.formatted(api.newContract(SELLER, BUYER));

    assertProblem(api.post(full, "{"), 400);
    assertProblem(api.post(full, "[]"), 400);
    assertProblem(api.post(full, "{}"), 422);
    assertProblem(
        post(api, full, "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip"), 415);
    assertProblem(
        api.send(api.request(full)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}"))),
        415);
  }

  @Test
  void anAmendmentIsReadTheSameWay(Api api) {
    String path = "/api/v1/contracts/" + api.newContract(SELLER, BUYER);

    assertProblem(api.put(path, "{"), 400);
    assertProblem(api.put(path, "{}"), 422);
    assertProblem(
        api.send(api.request(path)
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString("{}"))),
        415);
    assertProblem(api.send(api.request(path).PUT(BodyPublishers.noBody())), 422);
  }

  @Test
  void noBodyAtAllLacksEverything(Api api) {
    Answer answer = api.send(api.request(MANUAL).POST(BodyPublishers.noBody()));

    assertProblem(answer, 422);
    assertThat(answer.faults()).containsExactlyInAnyOrder("/product", "/total_amount", "/parties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data"
      })
  void anotherContentTypeIs415(String type, Api api) {
    assertProblem(
        api.send(api.request(MANUAL)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(valid()))),
        415,
        SELLER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
  void aContentCodingIs415(String coding, Api api) {
    assertProblem(
        post(api, MANUAL, valid().getBytes(StandardCharsets.UTF_8), "Content-Encoding", coding),
        415,
        SELLER);
  }

  @Test
  void aCharsetBesideTheTypeIsNoMatter(Api api) {
    Answer answer = api.send(api.request(MANUAL)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Content-Encoding", "identity")
        .POST(BodyPublishers.ofString(valid())));

    assertThat(answer.status()).isEqualTo(201);
  }

  private static byte[] padded(int length) {
    return (valid() + " ".repeat(length - valid().length())).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aBodyOfJustOneMebibyteIsRead(Api api) {
    assertThat(post(api, MANUAL, padded(LIMIT)).status()).isEqualTo(201);
    assertThat(send(api, MANUAL, chunked(padded(LIMIT))).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT + 1, LIMIT + 20_000})
  void aLongerBodyIs413HoweverItsLengthIsTold(int length, Api api) {
    BodyPublisher announced = BodyPublishers.ofByteArray(padded(length));
    Answer refused = api.send(api.request(MANUAL)
        .header("Content-Type", "application/json")
        .expectContinue(true)
        .POST(announced));
    assertProblem(refused, 413, SELLER);
    assertProblem(send(api, MANUAL, chunked(padded(length))), 413, SELLER);
    assertProblem(
        api.send(api.request("/api/v1/sms/webhook")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(chunked(("from=1&text=" + "x".repeat(length)).getBytes(StandardCharsets.UTF_8)))),
        413);
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }
}

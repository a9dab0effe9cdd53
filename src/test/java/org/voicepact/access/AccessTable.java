package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;

/**
 * Who gets what, as a table of statuses: a line for each kind of request that {@code Roles} knows, a column for each
 * credential. The first line names the columns.
 */
final class AccessTable {

  /** The kinds of requests, each with the scope that opens it; null where none is needed. */
  enum Kind {
    PUBLIC(null),
    PROGRESS("contracts:read"),
    STATUS("contracts:read"),
    READING("contracts:read"),
    LIST("contracts:read"),
    EVIDENCE("contracts:read"),
    PROOF("contracts:read"),
    DISCLOSURE("contracts:read"),
    WRITING("contracts:write"),
    SENDING("contracts:write"),
    NOTES("contracts:read"),
    NOTING("contracts:write"),
    ACTS("contracts:write"),
    ADMINISTRATION("admin"),
    LOG("admin"),
    EXCHANGE(null);

    private final String scope;

    Kind(String scope) {
      this.scope = scope;
    }
  }

  private final TestedServer tested;
  private final String challenges;

  /**
   * @param challenges the schemes that a 401 must name, in their order
   */
  AccessTable(TestedServer tested, String challenges) {
    this.tested = tested;
    this.challenges = challenges;
  }

  Stream<DynamicTest> tests(String table) {
    List<String[]> lines =
        table.lines().map(line -> line.strip().split("[|\\s]+")).toList();
    List<String> columns = Arrays.asList(lines.get(0));
    assertThat(lines).hasSize(1 + Kind.values().length);
    return lines.stream().skip(1).flatMap(line -> {
      assertThat(line).hasSameSizeAs(columns);
      Kind kind = Kind.valueOf(line[0].toUpperCase(Locale.ROOT));
      return Stream.iterate(1, i -> i < line.length, i -> i + 1)
          .map(i -> DynamicTest.dynamicTest(
              line[0] + " with " + columns.get(i) + ": " + line[i],
              () -> check(kind, columns.get(i), Integer.parseInt(line[i]))));
    });
  }

  private void check(Kind kind, String column, int expected) {
    Answer answer = tested.api().send(request(kind, tested.credential(column, kind.scope)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(expected);
    List<String> named = answer.response().headers().allValues("WWW-Authenticate").stream()
        .map(challenge -> challenge.split(" ")[0])
        .toList();
    assertThat(String.join(" ", named)).isEqualTo(expected == 401 ? challenges : "");
    if (expected >= 400) {
      assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }
  }

  private HttpRequest.Builder request(Kind kind, String... credential) {
    String contract = "/api/v1/contracts/" + tested.contract();
    return switch (kind) {
      case PUBLIC -> get("/api/v1/keys", credential);
      case PROGRESS -> get(contract, credential);
      case STATUS -> get(contract + "/status", credential);
      case READING -> get(contract + "/versions", credential);
      case LIST -> get("/api/v1/contracts", credential);
      case EVIDENCE -> get(contract + "/signatures", credential);
      case PROOF -> get(contract + "/proof", credential);
      case DISCLOSURE ->
        get(contract + "/disclosure?phone_number=" + Api.encoded(Api.SELLER), credential);
      case WRITING ->
        post("/api/v1/contracts/create/manual", Api.contract(Api.SELLER, Api.BUYER), credential);
      case SENDING ->
        post(
            "/api/v1/sms/send",
            "{\"phone_number\": \"" + Api.SELLER + "\", \"message\": \"hello\"}",
            credential);
      case NOTES -> get(contract + "/notes", credential);
      case NOTING -> post(contract + "/notes", "{\"text\": \"she called\"}", credential);
      case ACTS ->
        post(contract + "/confirm", "{\"phone_number\": \"" + Api.SELLER + "\"}", credential);
      case ADMINISTRATION -> get("/api/v1/api-keys", credential);
      case LOG -> get("/api/v1/audit/entries", credential);
      case EXCHANGE -> post("/api/v1/auth/token", "{}", credential);
    };
  }

  private HttpRequest.Builder get(String path, String... credential) {
    return tested.api().request(path, credential).GET();
  }

  private HttpRequest.Builder post(String path, String json, String... credential) {
    return tested
        .api()
        .request(path, credential)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }
}

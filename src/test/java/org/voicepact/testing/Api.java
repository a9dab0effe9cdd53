package org.voicepact.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Calls a server as a client would. Every answer of the API is compared with the server's own OpenAPI
 * document: operation, status, media type and schema.
 */
public final class Api {

  /** Two parties as most tests need them: a seller and a buyer. */
  public static final String SELLER = "+254712345678";

  public static final String BUYER = "+254722000111";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Those that a proxy gives while it finds no server that answers. */
  private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);

  private static final Set<Integer> BUSY = Set.of(503);

  private final VoicePactServer server;
  private final URI address;
  private final Duration repeating;
  private final Set<Integer> repeated;
  private final Optional<DocumentedApi> document;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Api(
      VoicePactServer server,
      URI address,
      Duration repeating,
      Set<Integer> repeated,
      Optional<DocumentedApi> document) {
    this.server = server;
    this.address = address;
    this.repeating = repeating;
    this.repeated = repeated;
    this.document = document;
  }

  public static Api documented(VoicePactServer server) {
    Api plain = undocumented(server);
    String yaml = plain.get("/openapi?format=JSON").text();
    return new Api(
        server, server.uri("/"), Duration.ZERO, Set.of(), Optional.of(DocumentedApi.of(yaml)));
  }

  /** Without a comparison, for load and for servers that publish no document. */
  public static Api undocumented(VoicePactServer server) {
    return new Api(server, server.uri("/"), Duration.ZERO, Set.of(), Optional.empty());
  }

  /**
   * Several servers behind one address, any of which may be gone: a call without an answer is made again, as gateways
   * do, for a minute.
   */
  public static Api repeating(URI address) {
    return new Api(null, address, PATIENCE, NOBODY_THERE, Optional.empty());
  }

  /** The same, for more calls at once than a server has connections: a call that it was too busy for is made again. */
  public Api patient() {
    return new Api(server, address, PATIENCE, BUSY, document);
  }

  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public Answer post(String path, String json, String... headers) {
    return send(request(path, headers)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json, String... headers) {
    return send(request(path, headers)
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(json)));
  }

  /** Posts a form, as telephone gateways do. */
  public Answer form(String path, Map<String, String> fields, String... headers) {
    String body = fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
    return send(request(path, headers)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body)));
  }

  /** Any request, for what the other methods cannot say. */
  public Answer send(HttpRequest.Builder builder) {
    try {
      HttpRequest request = builder.timeout(PATIENCE).build();
      Answer answer = answer(request);
      document.ifPresent(api -> api.check(request, answer));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + repeating.toNanos();
    while (true) {
      try {
        Answer answer = new Answer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        if (!repeated.contains(answer.status()) || System.nanoTime() >= deadline) {
          return answer;
        }
      } catch (IOException e) {
        if (!repeated.equals(NOBODY_THERE) || System.nanoTime() >= deadline) {
          throw e;
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  /**
   * @param headers names and values by turns
   */
  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address.resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder;
  }

  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A body for {@code POST /api/v1/contracts/create/manual} with these two parties. */
  public static String contract(String sellerPhone, String buyerPhone) {
    return """
        {"product": "Maize, grade 1", "quantity": 100, "unit": "bags", "unit_price": 3500,
         "total_amount": 350000, "currency": "KES", "delivery_location": "Nakuru",
         "delivery_deadline": "2026-12-31", "quality_requirements": "Moisture below 13.5 %%",
         "parties": [{"name": "Wanjiku", "role": "seller", "phone_number": "%s"},
                     {"name": "Otieno", "role": "buyer", "phone": "%s"}]}
        """.formatted(sellerPhone, buyerPhone);
  }

  /** Makes a contract between {@link #SELLER} and {@link #BUYER} and returns its id. */
  public String newContract() {
    return newContract(SELLER, BUYER);
  }

  public String newContract(String sellerPhone, String buyerPhone) {
    Answer answer = post("/api/v1/contracts/create/manual", contract(sellerPhone, buyerPhone));
    if (answer.status() != 201) {
      throw new AssertionError("no contract was made: " + answer);
    }
    return answer.member("contract_id");
  }

  /** A party answers by REST: {@code act} is confirm or decline. */
  public Answer act(String contractId, String act, String phone) {
    return post(
        "/api/v1/contracts/" + contractId + "/" + act, "{\"phone_number\": \"" + phone + "\"}");
  }

  /** Likewise with more members of a JSON object, without its braces. */
  public Answer act(String contractId, String act, String phone, String members) {
    return post(
        "/api/v1/contracts/" + contractId + "/" + act,
        "{\"phone_number\": \"" + phone + "\", " + members + "}");
  }

  /** A party gives a contract new terms: the members of a JSON object, without its braces. */
  public Answer amend(String contractId, String phone, String members, String... headers) {
    return put(
        "/api/v1/contracts/" + contractId,
        "{\"phone_number\": \"" + phone + "\", \"terms\": {" + members + "}}",
        headers);
  }

  /** A contract as anybody sees it. */
  public JsonNode contract(String contractId) {
    Answer answer = get("/api/v1/contracts/" + contractId);
    if (answer.status() != 200) {
      throw new AssertionError("no contract: " + answer);
    }
    return answer.json();
  }

  /** The statements that the server has signed about a contract. */
  public JsonNode signatures(String contractId) {
    return get("/api/v1/contracts/" + contractId + "/signatures").json().path("signatures");
  }

  /** A text message comes in; the gateway's id is new. */
  public Answer sms(String from, String text) {
    return sms(UUID.randomUUID().toString(), from, text);
  }

  public Answer sms(String id, String from, String text) {
    return form("/api/v1/sms/webhook", Map.of("id", id, "from", from, "to", "21512", "text", text));
  }

  /**
   * Waits until all messages that are in the outbox by now have left. Those that are taken together leave side by
   * side, and nothing is taken before all of them have left: so two are put behind them, one after the other.
   *
   * @param phone a number that has got no message yet
   */
  public void awaitAllSent(String phone) {
    sms(phone, "hello");
    server.awaitMessage(phone, "did not understand");
    sms(phone, "YES-AG-1999-000001");
    server.awaitMessage(phone, "AG-1999-000001");
  }
}

package org.voicepact.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import org.voicepact.testing.Api;
import org.voicepact.testing.RawConnection.Reply;

/**
 * Values that mean something to a server: numbers of parties, and the ids of contracts, messages and keys that its answers
 * have named. With them requests come further than to a 404. For several threads.
 */
final class Known {

  static final String MEDIATOR = "+254733000222";
  static final List<String> PHONES = List.of(Api.SELLER, Api.BUYER, MEDIATOR);

  private static final int MOST = 60;

  /** Where an answer names something, by the member of its JSON. */
  private static final Map<String, String> MEMBERS = Map.of(
      "contract_id", "contract",
      "contract_hash", "hash",
      "next_cursor", "cursor",
      "key_id", "kid",
      "kid", "kid",
      "payment_id", "payment",
      "notice_id", "notice",
      "reconciliation_id", "reconciliation");

  private static final List<String> COMMANDS = List.of(
      "YES-", "NO-", "CANCEL-", "STATUS-", "DELIVERED-", "ACCEPT-", "DISPUTE-", "HELP ", "LANG ");

  private final Map<String, List<String>> values = new ConcurrentHashMap<>();
  private final String webhookToken;

  Known(String webhookToken) {
    this.webhookToken = webhookToken;
  }

  void add(String kind, String value) {
    List<String> known = values.computeIfAbsent(kind, any -> new CopyOnWriteArrayList<>());
    if (!value.isEmpty() && !known.contains(value)) {
      if (known.size() >= MOST) {
        known.remove(MOST / 2);
      }
      known.add(value);
    }
  }

  List<String> all(String kind) {
    return values.getOrDefault(kind, List.of());
  }

  /** Remembers what an answer has named. */
  void learn(String path, Reply reply, JsonNode json) {
    add("etag", reply.field("etag"));
    MEMBERS.forEach((member, kind) ->
        json.findValuesAsText(member).stream().limit(3).forEach(value -> add(kind, value)));
    if (path.equals("/api/v1/api-keys")) {
      json.findValuesAsText("id").forEach(id -> add("key", id));
    }
    if (path.startsWith("/api/v1/sms/")) {
      json.findValuesAsText("id").stream().limit(5).forEach(id -> add("message", id));
    }
    if (json.path("type").asText().equals("voicepact/proof/1")) {
      add("proof", json.toString());
    }
  }

  /** One of those that are known when the value is made; else the other one. */
  private Arbitrary<String> oneOf(String kind, String other) {
    return index().map(i -> {
      List<String> known = all(kind);
      return known.isEmpty() ? other : known.get(i % known.size());
    });
  }

  private static Arbitrary<Integer> index() {
    return Arbitraries.integers().between(0, 9_999).withDistribution(RandomDistribution.uniform());
  }

  /** Texts that a member or parameter of this name and pattern may well have. */
  Optional<Arbitrary<String>> texts(String name, String pattern) {
    if (pattern.startsWith("[A-Za-z]{2}-")) {
      return Optional.of(oneOf("contract", "AG-2026-000001"));
    }
    return Optional.ofNullable(
        switch (name) {
          case "phone_number", "phoneNumber", "phone", "from", "recipients" ->
            Arbitraries.of(PHONES);
          case "contract_id" -> oneOf("contract", "AG-2026-000001");
          case "id" -> pattern.isEmpty() ? numbered("id-", 500) : oneOf("message", "1");
          // Of operators; other names have no pattern.
          case "name" -> pattern.isEmpty() ? null : Arbitraries.of("wanjiku", "amina");
          case "sessionId" -> numbered("session-", 20);
          case "text" -> Arbitraries.oneOf(commands(), menus());
          case "token" -> Arbitraries.of(webhookToken);
          case "hash" -> oneOf("hash", "0".repeat(64));
          case "kid", "key_id" -> name.equals("kid") ? oneOf("kid", "k") : oneOf("key", "k");
          case "payment_id" -> oneOf("payment", "none");
          case "notice_id" -> oneOf("notice", "none");
          case "reconciliation_id" -> oneOf("reconciliation", "none");
          case "cursor" -> oneOf("cursor", "c");
          case "If-Match" -> oneOf("etag", "\"1\"");
          case "language" -> Arbitraries.of("en", "fr", "sw");
          case "currency" -> Arbitraries.of("KES", "USD", "ugx");
          case "created_after", "expires_at" ->
            Arbitraries.of("2030-01-01T00:00:00Z", "2020-01-01T00:00:00+02:00");
          case "scope" -> Arbitraries.of("contracts:read", "contracts:read contracts:write");
          default -> null;
        });
  }

  /** Likewise numbers. */
  static Optional<Arbitrary<String>> numbers(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "version", "claim" -> Arbitraries.of("1", "1", "1", "2");
          case "from", "to", "size" -> Arbitraries.of("1", "2", "10", "50");
          default -> null;
        });
  }

  /** Likewise whole JSON values. */
  Optional<Arbitrary<String>> json(String name, String schema) {
    if (schema.endsWith("/Proof")) {
      return Optional.of(oneOf("proof", "{}"));
    }
    return name.equals("parties") && schema.isEmpty()
        ? Optional.of(Arbitraries.of(parties(2), parties(3)))
        : Optional.empty();
  }

  private static String parties(int number) {
    List<String> roles = List.of("seller", "buyer", "mediator");
    return IntStream.range(0, number)
        .mapToObj(i -> "{\"role\": \"" + roles.get(i) + "\", \"phone_number\": \"" + PHONES.get(i)
            + "\", \"name\": \"N" + i + "\"}")
        .toList()
        .toString();
  }

  private static Arbitrary<String> numbered(String prefix, int most) {
    return index().map(i -> prefix + i % most);
  }

  private Arbitrary<String> commands() {
    return Arbitraries.of(COMMANDS)
        .flatMap(command -> oneOf("contract", "AG-2026-000001").map(id -> command + id));
  }

  private static Arbitrary<String> menus() {
    return Arbitraries.of("", "1", "2", "3", "0", "9", "00", "98")
        .list()
        .ofMaxSize(5)
        .map(inputs -> String.join("*", inputs));
  }
}

package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** A server with keys of every scope, a contract on it, and credentials of every kind for it. */
final class TestedServer implements AutoCloseable {

  static final String SECRET = "K4vQm8zT2wXr9LpB6nYc3HsD7fJg5aEu";

  private static final List<String> SCOPES =
      List.of("contracts:read", "contracts:write", "payments", "admin");

  private final VoicePactServer server;
  private final Api api;
  private final String contract;
  private final String expiredKey;
  private final String[] administrator;

  private TestedServer(VoicePactServer server, boolean tokensOnly) {
    this.server = server;
    this.api = Api.documented(server);
    this.administrator = tokensOnly ? bearer(new Jwt().groups("admin")) : key(only("admin"));
    Answer made = api.post(
        "/api/v1/contracts/create/manual",
        Api.contract(Api.SELLER, Api.BUYER),
        tokensOnly ? bearer(new Jwt().groups("contracts:write")) : key(only("contracts:write")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    this.contract = made.member("contract_id");
    this.expiredKey = expiredKey();
  }

  /**
   * @param changed variables beyond those of the keys
   */
  static TestedServer start(String name, String authMode, Map<String, String> changed) {
    Map<String, String> environment =
        new HashMap<>(Map.of("AUTH_MODE", authMode, "SECRET_KEY", SECRET, "API_KEYS", apiKeys()));
    environment.putAll(changed);
    return new TestedServer(VoicePactServer.start(name, environment), authMode.equals("jwt"));
  }

  /** For each scope a key that opens it alone, and one that opens all but it. */
  private static String apiKeys() {
    return SCOPES.stream()
        .flatMap(scope -> Stream.of(
            entry(only(scope), scope), entry(allBut(scope), String.join(" ", others(scope)))))
        .collect(Collectors.joining(";\n"));
  }

  private static String entry(String key, String scopes) {
    return key.replace(':', '.') + "|" + scopes + "|" + sha256(key);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String only(String scope) {
    return "only-" + scope;
  }

  static String allBut(String scope) {
    return "all-but-" + scope;
  }

  private static List<String> others(String scope) {
    List<String> others = new ArrayList<>(SCOPES);
    others.remove(scope);
    return others;
  }

  private String expiredKey() {
    String text =
        makeKey("soon over", "contracts:read", Instant.now().plusSeconds(6)).member("key");
    VoicePactServer.await(
        "the key is over", () -> api.get("/api/v1/keys", key(text)).status() == 403);
    return text;
  }

  /**
   * @param expiresAt null where it does not end
   */
  Answer makeKey(String name, String scope, Instant expiresAt) {
    String end = expiresAt == null ? "" : ", \"expires_at\": \"" + expiresAt + "\"";
    Answer made = api.post(
        "/api/v1/api-keys",
        "{\"name\": \"" + name + "\", \"scopes\": [\"" + scope + "\"]" + end + "}",
        administrator);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made;
  }

  /**
   * The headers of a credential.
   *
   * @param kind {@code nothing}, or {@code key} or {@code token} with {@code -wrong}, {@code -expired}, {@code -narrow}
   *     or {@code -right}
   * @param scope that the request needs; null where any is as good
   */
  String[] credential(String kind, String scope) {
    String right = scope == null ? "payments" : scope;
    return switch (kind) {
      case "nothing" -> new String[0];
      case "key-wrong" -> key("vp_abcdefghij_ThisIsNoKeyThatAnybodyHasEverMadeOrSetUp12345");
      case "key-expired" -> key(expiredKey);
      case "key-narrow" -> key(scope == null ? only("payments") : allBut(scope));
      case "key-right" -> key(only(right));
      case "token-wrong" ->
        bearer(new Jwt().groups(right).hs256("another secret than that of the server"));
      case "token-expired" -> bearer(new Jwt(Instant.now().minusSeconds(3600)).groups(right));
      case "token-narrow" -> bearer(new Jwt().groups(others(right).toArray(String[]::new)));
      case "token-right" -> bearer(new Jwt().groups(right));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  static String[] key(String key) {
    return new String[] {"X-API-Key", key};
  }

  static String[] bearer(Jwt token) {
    return bearer(token.hs256(SECRET));
  }

  static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  Answer delete(String keyId) {
    return api.send(api.request("/api/v1/api-keys/" + keyId, administrator).DELETE());
  }

  VoicePactServer server() {
    return server;
  }

  Api api() {
    return api;
  }

  String contract() {
    return contract;
  }

  String[] administrator() {
    return administrator;
  }

  @Override
  public void close() {
    server.close();
  }
}

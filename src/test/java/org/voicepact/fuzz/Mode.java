package org.voicepact.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.voicepact.access.Jwt;

/** The access modes, each with a server's settings, among which webhooks are checked in different ways. */
enum Mode {
  OPEN("open", Map.of(), "", ""),
  MINIMAL("open", Map.of("OPEN_READ", "minimal"), "c0ffee00c0ffee00c0ffee00c0ffee00", ""),
  API_KEY("api-key", Map.of(), "", "It's a Secret to Everybody"),
  JWT("jwt", Map.of(), "c0ffee00c0ffee00c0ffee00c0ffee00", ""),
  EITHER(
      "api-key,jwt",
      Map.of("PARTY_PROOF", "otp"),
      "c0ffee00c0ffee00c0ffee00c0ffee00",
      "It's a Secret to Everybody");

  private static final String SECRET = "K4vQm8zT2wXr9LpB6nYc3HsD7fJg5aEu";
  static final String OPERATOR = "operator";
  static final String PASSWORD = "the sentence of the fuzz tests";

  private static final String[] READ = {"contracts:read"};
  private static final String[] FULL = {"contracts:read", "contracts:write", "payments"};
  private static final String[] ADMIN = {"contracts:read", "contracts:write", "payments", "admin"};

  private final String authMode;
  private final Map<String, String> changed;
  private final String webhookToken;
  private final String webhookSecret;

  Mode(String authMode, Map<String, String> changed, String webhookToken, String webhookSecret) {
    this.authMode = authMode;
    this.changed = changed;
    this.webhookToken = webhookToken;
    this.webhookSecret = webhookSecret;
  }

  /** Empty where calls of webhooks bring none. */
  String webhookToken() {
    return webhookToken;
  }

  /** Empty where calls of webhooks are not signed. */
  String webhookSecret() {
    return webhookSecret;
  }

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Map.of(
        "AUTH_MODE", authMode,
        "SECRET_KEY", SECRET,
        "API_KEYS",
            String.join(";", entry("read", READ), entry("full", FULL), entry("admin", ADMIN)),
        "RATE_LIMIT_DEFAULT", "off",
        "RATE_LIMIT_OTP", "off",
        "RATE_LIMIT_PROBE", "off",
        "SMS_UNASKED_LIMIT", "off",
        "SMS_DAILY_LIMIT", "off",
        "WEBHOOK_BASE_URL", "https://pact.example.org"));
    settings.put("PAYMENT_SIMULATOR_DELAY", "1");
    settings.put("ADMIN_USER", OPERATOR);
    settings.put("ADMIN_PASSWORD", PASSWORD);
    if (!webhookToken.isEmpty()) {
      settings.put("WEBHOOK_TOKEN", webhookToken);
    }
    if (!webhookSecret.isEmpty()) {
      settings.put("WEBHOOK_SECRET", webhookSecret);
    }
    settings.putAll(changed);
    return settings;
  }

  private static String entry(String name, String[] scopes) {
    return name + "|" + String.join(" ", scopes) + "|" + sha256(key(name));
  }

  private static String key(String name) {
    return "the " + name + " key of the fuzz tests";
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean takesKeys() {
    return !authMode.equals("jwt");
  }

  private static String bearer(String... scopes) {
    // Longer than any run lasts.
    long end = Instant.now().plus(Duration.ofHours(12)).getEpochSecond();
    return "Authorization: Bearer " + new Jwt().groups(scopes).claim("exp", end).hs256(SECRET);
  }

  /** Name and value of the header field that lets its sender do all. */
  String[] administrator() {
    return takesKeys()
        ? new String[] {"X-API-Key", key("admin")}
        : bearer(ADMIN).split(": ", 2);
  }

  /** Every kind of credential, the good ones several times, so that more requests come through. */
  List<List<String>> credentials() {
    List<List<String>> credentials = new ArrayList<>();
    String[] administrator = administrator();
    for (int i = 0; i < 16; i++) {
      credentials.add(List.of(administrator[0] + ": " + administrator[1]));
    }
    for (int i = 0; i < 6; i++) {
      credentials.add(List.of());
      credentials.add(List.of(takesKeys() ? "X-API-Key: " + key("full") : bearer(FULL)));
    }
    for (int i = 0; i < 2; i++) {
      credentials.add(List.of(takesKeys() ? "X-API-Key: " + key("read") : bearer(READ)));
    }
    // Keys where tokens are wanted, tokens where keys are, and what is neither.
    credentials.addAll(List.of(
        List.of("X-API-Key: " + key("admin")),
        List.of(bearer(FULL)),
        List.of(bearer(ADMIN)),
        List.of(bearer("party")),
        List.of(bearer("unknown")),
        List.of("X-API-Key: vp_abcdefghij_ThisIsNoKeyThatAnybodyHasEverMadeOrSetUp12345"),
        List.of("Authorization: Bearer "
            + new Jwt().groups(ADMIN).hs256("another secret than its own")),
        List.of("Authorization: Bearer " + new Jwt().groups(ADMIN).unsigned()),
        List.of("Authorization: Bearer " + new Jwt(Instant.EPOCH).hs256(SECRET)),
        List.of("Authorization: Bearer a.b.c"),
        List.of("Authorization: Bearer"),
        List.of("Authorization: Basic YTpi"),
        List.of("Authorization: " + "x".repeat(5_000)),
        List.of("Authorization: Bearer " + Octets.raw(0xFF, 0x00)),
        List.of("X-API-Key: "),
        List.of("X-API-Key: " + key("read"), "X-API-Key: " + key("admin")),
        List.of("X-API-Key: " + key("read"), bearer(ADMIN))));
    return credentials;
  }
}

package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.Sha256;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.VoicePactServer;

/** What comes too often is refused, by caller. Limits are by the day, so that no slow run gets anything back. */
class RateLimitIT {

  private static final String CREATE = "/api/v1/contracts/create/manual";
  private static final int ALLOWED = 5;
  private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger(1);

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "rate-limit",
        Map.of(
            "RATE_LIMIT_CREATE",
            ALLOWED + "/day",
            "RATE_LIMIT_CONFIRM",
            "3/day",
            "RATE_LIMIT_DEFAULT",
            "6000/day",
            "TRUSTED_PROXIES",
            "127.0.0.1, ::1",
            "API_KEYS",
            entry("one", "contracts:read contracts:write")
                + entry("two", "contracts:write")
                + entry("reader", "contracts:read")));
    api = Api.documented(server);
  }

  private static String entry(String key, String scopes) {
    return key + "|" + scopes + "|" + Sha256.hex(key.getBytes(StandardCharsets.UTF_8)) + ";";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void oneTooManyIsRefusedAndSaysWhenToComeAgain() {
    String address = address();
    for (int left = ALLOWED - 1; left >= 0; left--) {
      Answer made = create(address);
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.header("RateLimit-Policy")).isEqualTo("\"create\";q=5;w=86400");
      assertThat(made.header("RateLimit")).matches("\"create\";r=" + left + ";t=[1-9][0-9]*");
    }
    Answer refused = create(address);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.mediaType()).isEqualTo("application/problem+json");
    assertThat(refused.member("detail")).isEqualTo("Too many requests; see Retry-After");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(17_000L, 17_280L);
    assertThat(refused.header("RateLimit")).startsWith("\"create\";r=0;t=");
    assertThat(create(address()).status()).isEqualTo(201);
  }

  @Test
  void theLimitIsForMakingContractsAlone() {
    String address = address();
    assertThat(exhaust(address)).isEqualTo(ALLOWED);
    Answer list = api.get("/api/v1/contracts", "X-Forwarded-For", address);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.header("RateLimit-Policy")).isEqualTo("\"default\";q=6000;w=86400");
  }

  @Test
  void eachKeyHasItsOwnLimitWhereverItComesFrom() {
    String address = address();
    for (int i = 0; i < ALLOWED; i++) {
      assertThat(create(address(), "X-API-Key", "one").status()).isEqualTo(201);
    }
    assertThat(create(address, "X-API-Key", "one").status()).isEqualTo(429);
    assertThat(create(address, "X-API-Key", "two").status()).isEqualTo(201);
    assertThat(create(address).header("RateLimit")).startsWith("\"create\";r=4;");
  }

  @Test
  void whatACallerWritesInFrontOfItsAddressChangesNothing() {
    String address = address();
    for (int i = 0; i < ALLOWED; i++) {
      assertThat(create(address() + ", " + address).status()).isEqualTo(201);
    }
    assertThat(create(address() + ", " + address).status()).isEqualTo(429);
    assertThat(create("::ffff:" + address).status()).isEqualTo(429);
  }

  @Test
  void anIpv6NetworkOfSixtyFourBitsIsOneCaller() {
    for (int i = 1; i <= ALLOWED; i++) {
      assertThat(create("2001:db8:0:1::" + i).status()).isEqualTo(201);
    }
    assertThat(create("2001:db8:0:1:ffff::1").status()).isEqualTo(429);
    assertThat(create("2001:db8:0:2::1").status()).isEqualTo(201);
  }

  @Test
  void ofManyAtOnceExactlyTheAllowedNumberPasses() {
    String address = address();
    Callable<Answer> call = () -> create(address);
    List<Integer> statuses =
        AtOnce.run(Collections.nCopies(24, call)).stream().map(Answer::status).toList();
    assertThat(statuses).containsOnly(201, 429);
    assertThat(Collections.frequency(statuses, 201)).isEqualTo(ALLOWED);
  }

  @Test
  void actsAreLimitedByContractAndByNumberAndTenfoldByAddress() {
    String address = address();
    String contract = create(address).member("contract_id");
    Answer first = confirm(contract, "+254712009103", address);
    assertThat(first.status()).isEqualTo(404);
    assertThat(first.header("RateLimit-Policy"))
        .isEqualTo("\"confirm-address\";q=30;w=86400, \"confirm-contract\";q=3;w=86400, "
            + "\"confirm-number\";q=3;w=86400");
    assertThat(confirm(contract, "+254712009104", address()).status()).isEqualTo(404);
    assertThat(confirm(contract.toLowerCase(Locale.ROOT), "+254712009105", address())
            .status())
        .isEqualTo(404);
    assertThat(confirm(contract, "+254712009106", address()).status()).isEqualTo(429);

    // The number is counted whether there is such a contract or not, from wherever it is named.
    assertThat(confirm("AG-2020-900001", "+254712009103", address()).status()).isEqualTo(404);
    assertThat(confirm("AG-2020-900002", "0712009103", address()).status()).isEqualTo(404);
    assertThat(confirm("AG-2020-900003", "+254712009103", address()).status()).isEqualTo(429);
  }

  private static Answer confirm(String contract, String phone, String address) {
    return api.post(
        "/api/v1/contracts/" + contract + "/confirm",
        "{\"phone_number\": \"" + phone + "\"}",
        "X-Forwarded-For",
        address);
  }

  @Test
  void whoMayNotMakeAContractUsesNothingOfItsLimit() {
    Answer refused = create(address(), "X-API-Key", "reader");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=6000;w=86400");
  }

  @Test
  void problemsCountForTheDefaultLimitAndSaySo() {
    String address = address();
    assertLeft(5999, api.get("/api/v1/no-such-thing", "X-Forwarded-For", address), 404);
    assertLeft(5998, api.get("/api/v1/contracts/AG-2020-999999", "X-Forwarded-For", address), 404);
    assertLeft(
        5997, api.get("/api/v1/contracts", "X-API-Key", "wrong", "X-Forwarded-For", address), 403);
    assertLeft(
        5996, api.get("/api/v1/contracts", "Accept", "image/png", "X-Forwarded-For", address), 406);
  }

  private static void assertLeft(int left, Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("RateLimit")).startsWith("\"default\";r=" + left + ";t=");
  }

  @Test
  void webhooksAndTheRootAreNotLimitedHere() {
    assertNoLimit(api.get("/"));
    assertNoLimit(api.sms("+254712009101", "HELP"));
    assertNoLimit(api.form("/api/v1/sms/webhook", Map.of("from", "nobody")));
  }

  private static void assertNoLimit(Answer answer) {
    assertThat(answer.header("RateLimit")).isEmpty();
    assertThat(answer.header("RateLimit-Policy")).isEmpty();
  }

  /** How many contracts an address could make until it was refused. */
  private static int exhaust(String address) {
    int made = 0;
    while (create(address).status() == 201) {
      made++;
    }
    return made;
  }

  private static Answer create(String forwardedFor, String... headers) {
    String[] all = List.of("X-Forwarded-For", forwardedFor).toArray(new String[2 + headers.length]);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return api.post(CREATE, Api.contract(Api.SELLER, Api.BUYER), all);
  }

  /** An address that nobody has called from yet. */
  private static String address() {
    return "198.51.100." + NEXT_ADDRESS.getAndIncrement();
  }
}

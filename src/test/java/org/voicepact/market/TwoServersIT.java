package org.voicepact.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.Browser;
import org.voicepact.testing.Nginx;
import org.voicepact.testing.PostgresServer;
import org.voicepact.testing.TestDatabases;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.AuditCheck;

/**
 * A market day at two servers with one PostgreSQL behind nginx, while by turns one of the servers is killed and started
 * again. In the end every contract is what plain rules say, and the audit log verifies.
 */
class TwoServersIT {

  private static final int STEPS = Integer.getInteger("voicepact.market.steps");
  private static final String DATABASE = "two-servers";
  private static final int CHECKS = 20;
  private static final String PASSWORD = "a plain long sentence";

  private static PostgresServer postgres;
  private static Nginx nginx;
  private static Killing killing;
  private static List<VoicePactServer> servers = List.of();
  private static Api api;

  @BeforeContainer
  static void start() throws IOException {
    assumeTrue(Nginx.program().isPresent(), "nginx is not installed");
    assumeTrue(PostgresServer.binaries().isPresent(), "PostgreSQL is not installed");
    postgres = TestDatabases.another();
    postgres.createDatabase(DATABASE);
    servers = List.of(
        VoicePactServer.prepare("first-of-two", settings()),
        VoicePactServer.prepare("second-of-two", settings()));
    servers.forEach(VoicePactServer::launch);
    servers.forEach(VoicePactServer::awaitReady);
    int port = VoicePactServer.freePort();
    nginx = Nginx.beforeTwo(
        Path.of(System.getProperty("voicepact.it"), "nginx-" + UUID.randomUUID()),
        port,
        servers.stream().map(VoicePactServer::port).toList());
    api = Api.repeating(URI.create("http://127.0.0.1:" + port));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Days.UNLIMITED);
    settings.put("DATABASE_URL", postgres.url(DATABASE));
    for (String secret : List.of("SECRET_KEY", "PASSWORD_SALT", "SIGNATURE_PRIVATE_KEY")) {
      settings.put(secret, "what both of the two servers know, " + secret);
    }
    // Both want to make the first administrator at once.
    settings.put("ADMIN_USER", "boss");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    settings.put("CHECKPOINT_INTERVAL", "1");
    settings.put("RATE_LIMIT_VERIFY", CHECKS + "/day");
    return settings;
  }

  @AfterContainer
  static void stop() {
    endKilling();
    if (nginx != null) {
      nginx.close();
    }
    servers.forEach(VoicePactServer::close);
    if (postgres != null) {
      postgres.close();
    }
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void nothingIsLostWhereServersAreKilled(@ForAll("days") ActionChain<Market> day)
      throws IOException {
    Market market = day.run();
    int kills = endKilling();

    market.check();
    assertThat(kills).isPositive();
    AuditCheck.run(servers.get(0));
    servers.get(0).launch();
    servers.get(0).awaitReady();
    System.out.println("Two servers, " + kills + " kills: " + market.statuses());
  }

  private static int endKilling() {
    int kills = killing == null ? 0 : killing.end();
    killing = null;
    return kills;
  }

  @Example
  void bothServersTakeFromTheSameLimit() {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < CHECKS; i++) {
      for (VoicePactServer server : servers) {
        calls.add(() -> Api.undocumented(server).patient().get("/verify/AG-2026-999999"));
      }
    }
    assertThat(AtOnce.run(calls).stream().filter(answer -> answer.status() == 429))
        .hasSize(calls.size() - CHECKS);
  }

  @Example
  void eachServerShowsAtOnceWhatTheOtherHasChanged() {
    Api first = Api.undocumented(servers.get(0));
    Api second = Api.undocumented(servers.get(1));
    String id = first.newContract();
    for (Api reader : List.of(first, second)) {
      assertThat(reader.contract(id).get("status").asText()).isEqualTo("pending");
    }

    for (String phone : List.of(Api.SELLER, Api.BUYER)) {
      assertThat(second.act(id, "confirm", phone).status()).isEqualTo(200);
    }

    assertThat(first.contract(id).get("status").asText()).isEqualTo("active");
    assertThat(first
            .get("/api/v1/contracts?limit=1")
            .json()
            .at("/contracts/0/status")
            .asText())
        .isEqualTo("active");
  }

  @Example
  void whoIsSignedInAtOneServerIsSoAtTheOther() {
    String path = "/api/v1/operators/me";
    Browser one = Browser.of(Api.undocumented(servers.get(0)), "boss", PASSWORD);
    Browser other = new Browser(Api.undocumented(servers.get(1)));
    other.setCookie("voicepact", one.cookie("voicepact"));
    assertThat(other.get(path).member("csrf_token")).isEqualTo(one.csrfToken());

    other.ownForm("/console/sign-out", Map.of());

    assertThat(one.get(path).status()).isEqualTo(401);
  }

  @Provide
  Arbitrary<ActionChain<Market>> days() {
    return Days.of(STEPS, random -> {
      Market market = new Market(api, Days.CONTRACTS, Days.PHONES, random);
      // jqwik may begin a day that it then does not go on with.
      endKilling();
      killing = Killing.start(servers, random);
      return market;
    });
  }
}

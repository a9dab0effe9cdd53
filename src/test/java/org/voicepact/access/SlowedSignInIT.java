package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** Who tries passwords waits longer each time; the person whose name it is goes on working. */
class SlowedSignInIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final String WRONG = "is it this perhaps?";
  private static final String DEVICE = "voicepact-device";

  private static VoicePactServer server;
  private static Api api;
  private static int addresses;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ADMIN_USER", "boss");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    settings.put("TRUSTED_PROXIES", "127.0.0.1,::1");
    server = VoicePactServer.start("slowed-sign-in", settings);
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String newAddress() {
    addresses++;
    return "192.0.2." + addresses;
  }

  private static Answer signIn(
      Browser browser, String address, String name, String password, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "X-Forwarded-For";
    all[1] = address;
    return browser.form("/console/sign-in", Map.of("name", name, "password", password), all);
  }

  private static Answer strangerTries(String name, String password, String... headers) {
    return signIn(new Browser(api.patient()), newAddress(), name, password, headers);
  }

  /** The wait doubles with each try, so however slow the machine is, it soon is longer than a try takes. */
  private static void untilSlowed(Supplier<Answer> attempt) {
    Answer answer;
    int tries = 0;
    do {
      answer = attempt.get();
      tries += answer.status() == 429 ? 0 : 1;
      assertThat(tries).as("tries before one has to wait").isLessThan(12);
    } while (answer.status() != 429 || Integer.parseInt(answer.header("Retry-After")) < 6);
    assertProblem(answer, 429);
  }

  @Test
  void strangersWaitWhereverTheyComeFromAndTheOwnersBrowserDoesNot() {
    Browser own = new Browser(api);
    String address = newAddress();
    assertThat(signIn(own, address, "boss", PASSWORD).header("Location")).isEqualTo("/console");
    for (int i = 0; i < 5; i++) {
      assertThat(strangerTries("boss", WRONG).header("Location")).isEqualTo("/console?failed=1");
    }

    untilSlowed(() -> strangerTries("boss", WRONG));
    // The right password is not even looked at.
    assertProblem(strangerTries("BOSS", PASSWORD), 429);
    Answer page = strangerTries("boss", PASSWORD, "Accept", "text/html,*/*;q=0.8");
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("Location")).matches("/console\\?failed=wait&seconds=[0-9]+");

    assertThat(signIn(own, address, "boss", PASSWORD).header("Location")).isEqualTo("/console");
    Browser forged = new Browser(api);
    forged.setCookie(DEVICE, own.cookie(DEVICE) + "x");
    VoicePactServer.await(
        "the wait is over",
        () -> strangerTries("boss", WRONG).header("Location").equals("/console?failed=1"));
    assertProblem(signIn(forged, newAddress(), "boss", PASSWORD), 429);
  }

  @Test
  void manyAtOnceWinNothing() {
    List<Answer> answers =
        AtOnce.run(Collections.nCopies(30, () -> strangerTries("nobody.there", WRONG)));

    assertThat(answers).extracting(Answer::status).containsOnly(303, 429);
    assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSizeBetween(5, 8);
  }

  @Test
  void oneAddressTriesManyNamesForAWhileOnly() {
    String address = newAddress();
    for (int i = 0; i < 20; i++) {
      Answer answer = signIn(new Browser(api), address, "name" + i, WRONG);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
    }
    untilSlowed(() -> signIn(new Browser(api), address, "name21", WRONG));
    assertProblem(signIn(new Browser(api), address, "name22", WRONG), 429);
    assertThat(strangerTries("name23", WRONG).status()).isEqualTo(303);
  }
}

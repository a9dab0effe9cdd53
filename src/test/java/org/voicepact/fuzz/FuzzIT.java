package org.voicepact.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.DocumentedApi;
import org.voicepact.testing.VoicePactServer;

/**
 * Every operation of the OpenAPI document, in every access mode, with valid, boundary and hostile values and every kind of
 * credential: no failure of the server, no answer that the document does not describe, nothing of the inside, no
 * hanging request. How many requests is the system property {@code voicepact.fuzz}; {@code voicepact.fuzz.seed} repeats a
 * run.
 *
 * <p>The values come from jqwik’s generators. No kept tool serves: CATS and EvoMaster are programs that are only
 * downloaded from GitHub, Schemathesis is Python, Dredd is no longer maintained, and the Swagger request validator does
 * not read OpenAPI 3.1.
 */
class FuzzIT {

  private static final int REQUESTS = Integer.getInteger("voicepact.fuzz", 3_000);
  private static final long SEED =
      Long.getLong("voicepact.fuzz.seed", new Random().nextInt(Integer.MAX_VALUE));

  /** With so many requests each operation must also have succeeded. */
  private static final int MANY = 50_000;

  /** They want a link that was printed, a password or a code that was sent, or an answer of another server. */
  private static final Set<String> NOT_BY_CHANCE = Set.of(
      "POST /console/first",
      "POST /api/v1/operators/me/password",
      "POST /api/v1/auth/otp/verify",
      "GET /console/oidc",
      "GET /console/oidc/callback",
      "POST /phone/prompts/{id}/approve",
      "POST /phone/prompts/{id}/refuse",
      "POST /api/v1/payments/reconcile",
      "POST /api/v1/payments/{id}/close",
      "POST /api/v1/payments/{id}/decision",
      "POST /api/v1/payments/{id}/settle");

  private static final Set<String> REACHED = new HashSet<>();
  private static final Set<String> SUCCEEDED = new HashSet<>();

  @ParameterizedTest
  @EnumSource
  void everyAnswerIsAsDocumented(Mode mode) throws InterruptedException {
    String name = "fuzz-" + mode.name().toLowerCase();
    try (VoicePactServer server = VoicePactServer.start(name, mode.settings())) {
      Answer document = Api.undocumented(server).get("/openapi?format=JSON");
      Known known = new Known(mode.webhookToken().isEmpty() ? "none" : mode.webhookToken());
      Scene scene = new Scene(server, mode, known);
      scene.prepare();
      int count = REQUESTS / Mode.values().length;
      long start = System.nanoTime();

      List<List<String>> credentials = new ArrayList<>(mode.credentials());
      credentials.addAll(scene.sessions());

      Tally tally = run(server, mode, DocumentedApi.of(document.text()), known, credentials, count);

      System.out.printf(
          "Fuzz: %d requests in mode %s with seed %d in %d s: %s%n",
          count, mode, SEED, (System.nanoTime() - start) / 1_000_000_000, tally);
      REACHED.addAll(tally.reached());
      SUCCEEDED.addAll(tally.succeeded());
      assertThat(tally.findings()).as("seed " + SEED).isEmpty();
      assertThat(tally.reached()).hasSameElementsAs(operations(document));
      scene.check();
    }
  }

  /** In the session of jqwik, outside of which it makes no values. */
  private static Tally run(
      VoicePactServer server,
      Mode mode,
      DocumentedApi document,
      Known known,
      List<List<String>> credentials,
      int count)
      throws InterruptedException {
    JqwikSession.start();
    try {
      Requests requests = new Requests(document.json(), known, credentials, mode);
      Path folder = Path.of(System.getProperty("voicepact.it")).resolve("fuzz-bodies");
      return new Fuzzing(server, document, known, folder)
          .run(requests, SEED, mode.ordinal() * count, count);
    } finally {
      JqwikSession.finish();
    }
  }

  private static List<String> operations(Answer document) {
    return Operation.of(document.json()).stream().map(Operation::toString).toList();
  }

  @AfterAll
  static void everyOperationHasSucceeded() {
    if (REQUESTS >= MANY) {
      REACHED.removeAll(NOT_BY_CHANCE);
      assertThat(SUCCEEDED).containsAll(REACHED);
    }
  }
}

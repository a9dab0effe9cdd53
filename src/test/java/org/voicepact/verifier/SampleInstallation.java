package org.voicepact.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.VerifyProgram.Run;

/**
 * What is left of a server that made more than a thousand contracts by REST and once changed its keys: its database,
 * which no test changes, and what others have kept of it. All tests of a run share one.
 */
final class SampleInstallation {

  private static final int CONTRACTS = 1300;
  private static final int FEWEST_ENTRIES = 10_000;
  private static final int CLIENTS = 8;
  private static final String FIRST_KEY = "the first secret of this installation, 1";
  private static final String SECOND_KEY = "the second secret of this installation, 2";

  /** Where the others keep what they have. */
  private final Path folder = Path.of(System.getProperty("voicepact.it")).resolve("kept");

  private final Path data;
  private final String firstFingerprint;
  private final String fingerprint;
  private final Run whileRunning;

  /** Made when it is first asked for. */
  private static final class Made {
    private static final SampleInstallation ONE = new SampleInstallation();
  }

  static SampleInstallation one() {
    return Made.ONE;
  }

  private SampleInstallation() {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(heads());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (VoicePactServer server =
        VoicePactServer.start("verified", settings(Map.of("SIGNATURE_PRIVATE_KEY", FIRST_KEY)))) {
      Api api = Api.undocumented(server).patient();
      data = server.dataDirectory();
      live(api, 1);
      firstFingerprint = fingerprint(api);
      server.restart(settings(Map.of(
          "SIGNATURE_PRIVATE_KEY", SECOND_KEY, "SIGNATURE_PRIVATE_KEY_PREVIOUS", FIRST_KEY)));
      fingerprint = fingerprint(api);
      makeContracts(api);
      VoicePactServer.await(
          "the log is long", Duration.ofMinutes(10), () -> signed(api) >= FEWEST_ENTRIES);
      whileRunning = DatabaseCopy.verify(server.dataDirectory(), Map.of());
      String id = api.newContract();
      // Each number gets its messages in their order, so all have left then: what is sent later
      // would lie above the head that is kept.
      VoicePactServer.await(
          "both parties have got the last terms",
          () ->
              api.get("/api/v1/contracts/" + id + "/audit").text().split("message.sent", -1).length
                  > 2);
      keep(keys(), api, "/api/v1/keys");
      keep(proof(), api, "/api/v1/contracts/" + id + "/proof");
      keep(checkpoint(), api, "/api/v1/audit/checkpoint");
      String last = read(checkpoint());
      VoicePactServer.await("the sink has it", () -> read(heads()).contains(last));
    }
    compact();
  }

  /** The server's file has many times the size of what is in it, because it was written fast. */
  private void compact() {
    try {
      Files.copy(
          DatabaseCopy.file(data), DatabaseCopy.file(folder), StandardCopyOption.REPLACE_EXISTING);
      DatabaseCopy.tamper(folder, database -> database.execute("SHUTDOWN COMPACT"));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> settings(Map<String, String> keys) {
    Map<String, String> settings = new HashMap<>(keys);
    settings.putAll(VoicePactServer.UNLIMITED_SMS);
    settings.putAll(VoicePactServer.ON_H2);
    settings.put("CHECKPOINT_INTERVAL", "1");
    settings.put("CHECKPOINT_SINK", heads().toUri().toString());
    return settings;
  }

  private static void makeContracts(Api api) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> running = IntStream.range(0, CONTRACTS)
          .<Future<?>>mapToObj(i -> clients.submit(() -> live(api, i)))
          .toList();
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      clients.shutdownNow();
    }
  }

  /** Most contracts are confirmed; some are amended before, some declined or left as they are, some delivered or disputed. */
  private static void live(Api api, int which) {
    String id = api.newContract();
    if (which % 40 == 10) {
      require(api.amend(id, Api.SELLER, "\"total_amount\": " + (350000 + which)).status() == 200);
    }
    if (which % 40 == 20) {
      require(api.act(id, "decline", Api.BUYER).status() == 200);
    } else if (which % 40 != 30) {
      require(api.act(id, "confirm", Api.SELLER).status() == 200);
      require(api.act(id, "confirm", Api.BUYER).status() == 200);
      carryOut(api, id, which % 40);
    }
  }

  private static void carryOut(Api api, String id, int which) {
    if (which == 15 || which == 25) {
      require(api.act(id, "delivery", Api.SELLER).status() == 200);
    }
    if (which == 15) {
      require(api.act(id, "accept", Api.BUYER).status() == 200);
    }
    if (which == 25) {
      String dispute = "{\"phone_number\": \"" + Api.BUYER + "\", \"reason\": \"it is wet\"}";
      require(api.post("/api/v1/contracts/" + id + "/dispute", dispute).status() == 200);
    }
  }

  private static void require(boolean done) {
    if (!done) {
      throw new AssertionError("a contract could not go its way");
    }
  }

  /** How many entries the last head covers. */
  private static long signed(Api api) {
    return Long.parseLong(
        api.get("/api/v1/audit/checkpoint").text().lines().skip(1).findFirst().orElseThrow());
  }

  private static String fingerprint(Api api) {
    for (JsonNode key : api.get("/api/v1/keys").json().path("keys")) {
      if (key.path("purpose").asText().equals("checkpoint") && !key.has("retired_at")) {
        return key.path("kid").asText();
      }
    }
    throw new AssertionError("no key for checkpoints");
  }

  private static void keep(Path file, Api api, String path) {
    try {
      Files.write(file, api.get(path).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys that the API told of. */
  Path keys() {
    return folder.resolve("keys.json");
  }

  /** The last head that the API told of. */
  Path checkpoint() {
    return folder.resolve("checkpoint");
  }

  /** All heads, as the sink has kept them. */
  Path heads() {
    return folder.resolve("heads");
  }

  /** The proof of a contract. */
  Path proof() {
    return folder.resolve("proof.json");
  }

  /** The folder of the database, which the server has stopped using. */
  Path data() {
    return data;
  }

  /** The file of a database with the same content. */
  Path compacted() {
    return DatabaseCopy.file(folder);
  }

  /** The id of the key for checkpoints that signs last. */
  String fingerprint() {
    return fingerprint;
  }

  /** The id of the one before it. */
  String firstFingerprint() {
    return firstFingerprint;
  }

  /** What the program said while the server was running. */
  Run whileRunning() {
    return whileRunning;
  }
}

package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptSecretsTest {

  private static final Supplier<String> NOT_WANTED = () -> fail("a secret was there already");

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"development", "testing"})
  void aSecretIsMadeOnceAndTheSameAgainAfterARestart(String environment) {
    assertThat(in(environment).keep("SECRET_KEY", "secret-key", () -> "made")).isEqualTo("made");
    assertThat(in(environment).keep("SECRET_KEY", "secret-key", NOT_WANTED)).isEqualTo("made");
  }

  @Test
  void eachFileHasASecretOfItsOwn() {
    assertThat(in("development").keep("ONE", "one", () -> "first")).isEqualTo("first");
    assertThat(in("development").keep("TWO", "two", () -> "second")).isEqualTo("second");
  }

  @Test
  void theDirectoryIsMadeWhereItIsMissing() {
    Path missing = directory.resolve("a/b");
    KeptSecrets kept = new KeptSecrets(missing.toString(), new Environment("development"));

    assertThat(kept.keep("SECRET_KEY", "secret-key", () -> "made")).isEqualTo("made");
    assertThat(missing.resolve("secret-key")).hasContent("made\n");
  }

  @Test
  void aSecretOfSeveralLinesComesBackAsItWas() {
    assertThat(in("development").keep("KEY", "key", () -> "-----BEGIN\nabc\n-----END"))
        .isEqualTo("-----BEGIN\nabc\n-----END");
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));

    in("development").keep("SECRET_KEY", "secret-key", () -> "made");

    assertThat(PosixFilePermissions.toString(
            Files.getPosixFilePermissions(directory.resolve("secret-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    in("development").keep("SECRET_KEY", "secret-key", () -> "made");

    assertThat(filesInDirectory()).containsExactly("secret-key");
  }

  @Test
  void theSecretOfTheServerThatWasFirstWins() {
    String second = in("development")
        .keep(
            "SECRET_KEY",
            "secret-key",
            () -> in("development").keep("SECRET_KEY", "secret-key", () -> "first") + " is late");

    assertThat(second).isEqualTo("first");
    assertThat(in("development").keep("SECRET_KEY", "secret-key", NOT_WANTED)).isEqualTo("first");
  }

  @Test
  void twoServersThatBothFindNoSecretEndUpWithTheSameOne() throws Exception {
    CyclicBarrier bothFoundNone = new CyclicBarrier(2);
    ExecutorService servers = Executors.newFixedThreadPool(2);
    try {
      Callable<String> server = () -> in("development").keep("SECRET_KEY", "secret-key", () -> {
        await(bothFoundNone);
        return "made by " + Thread.currentThread().getName();
      });
      List<String> secrets =
          servers.invokeAll(List.of(server, server), 60, TimeUnit.SECONDS).stream()
              .map(KeptSecretsTest::result)
              .toList();

      assertThat(secrets.get(0)).startsWith("made by ").isEqualTo(secrets.get(1));
      assertThat(directory.resolve("secret-key")).hasContent(secrets.get(0) + "\n");
      assertThat(filesInDirectory()).containsExactly("secret-key");
    } finally {
      servers.shutdownNow();
    }
  }

  @Test
  void productionDoesNotStartWithoutTheSecretEvenWhereAFileIsThere() {
    in("development").keep("SECRET_KEY", "secret-key", () -> "made");

    assertThatThrownBy(() -> in("production").keep("SECRET_KEY", "secret-key", NOT_WANTED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SECRET_KEY must be set when ENVIRONMENT is production");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsReportedWithTheSetting() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    KeptSecrets kept =
        new KeptSecrets(file.resolve("data").toString(), new Environment("development"));

    assertThatThrownBy(() -> kept.keep("SECRET_KEY", "secret-key", () -> "made"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("SECRET_KEY is not set and cannot be kept in DATA_DIR");
  }

  private KeptSecrets in(String environment) {
    return new KeptSecrets(directory.toString(), new Environment(environment));
  }

  private List<String> filesInDirectory() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the other server did not come", e);
    }
  }

  private static String result(Future<String> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException("a server failed", e);
    }
  }
}

package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** voicepact-verify.jar, by itself and with nothing of the tests. */
public final class VerifyProgram {

  static final Path JAR = Path.of(System.getProperty("voicepact.verify"));

  private VerifyProgram() {}

  /** The program as it is when it was loaded from its jar once: many short runs in one process are much faster. */
  private static final class Loaded {
    private static final Method RUN = load();

    private static Method load() {
      try {
        ClassLoader jar = new URLClassLoader(
            new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Method run = jar.loadClass("org.voicepact.verifier.boundary.VerifyCommand")
            .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
        run.setAccessible(true);
        return run;
      } catch (IOException | ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** In this process, but with classes of its own. */
  static Run runHere(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    try {
      int exitCode = (int) Loaded.RUN.invoke(
          null, new PrintWriter(out, true), new PrintWriter(errors, true), arguments);
      return new Run(exitCode, out.toString().lines().toList(), errors.toString());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** What it printed and how it ended. */
  public record Run(int exitCode, List<String> lines, String errors) {
    String last() {
      return lines.get(lines.size() - 1);
    }

    /** The evidence does not hold, and the last line says just this. */
    void assertFound(String fault) {
      assertThat(last()).as(toString()).isEqualTo(fault);
      assertThat(exitCode).isEqualTo(1);
      assertThat(errors).isEmpty();
    }

    /** The first line that begins like this. */
    String line(String beginning) {
      return lines.stream()
          .filter(line -> line.startsWith(beginning))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no line " + beginning + " in " + this));
    }
  }

  /** As anybody runs it, in a process of its own. */
  public static Run run(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // A short run is over before the better compiler pays.
        "-XX:TieredStopAtLevel=1",
        "-jar",
        JAR.toString()));
    command.addAll(List.of(arguments));
    try {
      Path errors = Files.createTempFile("verify", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (InputStream out = process.getInputStream()) {
        List<String> lines =
            new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        int exitCode = process.waitFor();
        return new Run(exitCode, lines, Files.readString(errors));
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

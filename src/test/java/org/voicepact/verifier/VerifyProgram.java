package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** voicepact-verify.jar as anybody runs it: by itself, in a process of its own. */
final class VerifyProgram {

  static final Path JAR = Path.of(System.getProperty("voicepact.verify"));

  private VerifyProgram() {}

  /** What it printed and how it ended. */
  record Run(int exitCode, List<String> lines, String errors) {
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

  static Run run(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
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

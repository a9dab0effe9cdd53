package org.voicepact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Readme;
import org.voicepact.testing.VoicePactServer;

/** The tour of README.md does what it says, run as it stands there. */
class ReadmeTourIT {

  private static final String ADDRESS = "http://localhost:8000";
  private static final List<String> PROGRAMS =
      List.of("sh", "curl", "sed", "grep", "base64", "b2sum", "openssl");
  private static final long PATIENCE_SECONDS = 120;

  @TempDir
  Path folder;

  /** As the README starts it. */
  private static Map<String, String> settings() {
    String line = found("(?m)^(ESCROW=.*) mvn liberty:run$", Readme.projectFile("README.md"))
        .get(0);
    return Arrays.stream(line.split(" "))
        .map(setting -> setting.split("=", 2))
        .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
  }

  @Test
  void theTourEndsWithReleasedMoneyAndAVerifiedSignature()
      throws IOException, InterruptedException {
    try (VoicePactServer server = VoicePactServer.start("tour", settings())) {
      takeTheTour(server, Api.documented(server));
    }
  }

  private void takeTheTour(VoicePactServer server, Api api)
      throws IOException, InterruptedException {
    PROGRAMS.forEach(program -> assumeTrue(isInstalled(program), program + " is not installed"));
    String tour = Readme.read().script("A tour in five minutes");
    assertThat(tour).startsWith("API=" + ADDRESS + "/api/v1\n").containsOnlyOnce(ADDRESS);

    String printed = run(tour.replace(ADDRESS, server.uri("").toString()));

    Answer contract =
        api.get("/api/v1/contracts/" + found("The contract is (\\S+)", printed).get(0));
    assertThat(contract.member("status")).isEqualTo("completed");
    assertThat(printed)
        .contains(
            "\"status\":\"pending\"",
            "\"status\":\"confirmed\"",
            "\"status\":\"active\"",
            "\"status\":\"locked\"",
            "\"status\":\"released\"",
            "\"released\":350000.00",
            "\"complete\":true",
            "Signature Verified Successfully");
    String hash = contract.member("contract_hash");
    assertThat(found("(?m)^([0-9a-f]{64})  -$", printed)).as(printed).containsExactly(hash, hash);
    String seller = sellersCommitment(contract, api);
    assertThat(found("(?m)(?:stdin\\)=|seller:) ([0-9a-f]{64})$", printed))
        .as(printed)
        .containsExactly(seller, seller);
  }

  private static String sellersCommitment(Answer contract, Api api) {
    JsonNode canonical = api.get(
            "/api/v1/contracts/" + contract.member("contract_id") + "/canonical")
        .json();
    return canonical.path("parties").path(0).path("commitment").asText();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** Runs the script until its end or its first failing command, and returns all that it printed. */
  private String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("tour.sh"), script);
    Path output = folder.resolve("output.txt");
    Process shell = new ProcessBuilder("sh", "-e", file.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
      throw new AssertionError("the tour has no end:\n" + Files.readString(output));
    }
    String printed = Files.readString(output);
    assertThat(shell.exitValue()).as(printed).isZero();
    return printed;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}

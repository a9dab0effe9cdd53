package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.evidence.proof.SampleContract;
import org.voicepact.evidence.proof.SampleKey;
import org.voicepact.evidence.proof.SampleLog;
import org.voicepact.evidence.proof.SampleProofs;
import org.voicepact.verifier.VerifyProgram.Run;

/** voicepact-verify.jar as anybody runs it: by itself, with files. */
class VerifyProgramIT {

  @TempDir
  private Path folder;

  private final SampleLog log = new SampleLog();
  private final SampleContract contract = SampleProofs.confirmed(log);
  private final String proof = "proof.json";

  @BeforeEach
  void prove() throws IOException {
    write(proof, contract.disclosed());
  }

  @Test
  void proofOfATrustedInstallationHolds() throws Exception {
    Run run = run(proof, "--fingerprint", log.fingerprint());

    assertThat(run.exitCode()).isZero();
    assertThat(run.last()).isEqualTo("Complete up to entry 7, as of 2026-11-24T09:30:28.000Z");
    assertThat(run.lines()).hasSizeGreaterThan(20);
    assertThat(run.lines().get(0)).startsWith("form: ");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void keysOfTheInstallationMakeItsSignerKnown() throws Exception {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode keys = set.putArray("keys");
    for (SampleKey key : List.of(log.key(SampleLog.STATEMENT), log.key(SampleLog.CHECKPOINT))) {
      keys.add(key.jwk().put("kid", key.id()).put("use", "sig"));
    }
    write("keys.json", set);

    assertThat(run(proof, "--keys", "keys.json").exitCode()).isZero();
  }

  @Test
  void signerThatIsNotKnownIsNamed() throws Exception {
    Run run = run(proof, "--fingerprint", new SampleLog().fingerprint());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.last())
        .startsWith("CONSISTENT, SIGNER UNKNOWN")
        .endsWith(" " + log.fingerprint());
    assertThat(run(proof).exitCode()).isEqualTo(3);
  }

  @Test
  void proofThatWasChangedIsRefusedWithTheFirstFault() throws Exception {
    ObjectNode changed = contract.disclosed();
    ((ArrayNode) changed.get("entries")).remove(6);
    write("changed.json", changed);

    Run run = run("changed.json", "--fingerprint", log.fingerprint());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.last()).isEqualTo("FAILED: head: it names 7 entries, where the proof has 6");
    assertThat(run.lines()).anyMatch(line -> line.startsWith("entry 6: "));
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void whatIsNoProofIsToldApartFromAProofThatDoesNotHold() throws Exception {
    Files.writeString(folder.resolve("text.txt"), "not JSON");
    write("other.json", contract.head());

    for (String file : List.of("text.txt", "other.json", "missing.json", ".")) {
      Run run = run(file);
      assertThat(run.exitCode()).as(file).isEqualTo(2);
      assertThat(run.last()).startsWith("UNREADABLE: " + file + ": ");
      assertThat(run.errors()).isEmpty();
    }
    Run run = run(proof, "--head", proof);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.last()).isEqualTo("UNREADABLE: proof.json: /head: must be a text");
  }

  @Test
  void wrongUseIsExplained() throws Exception {
    for (List<String> arguments : List.of(
        List.<String>of(),
        List.of(proof, "--fingerprint", "x"),
        List.of(proof, "--consistency", proof),
        List.of(proof, "--unknown"))) {
      Run run = run(arguments.toArray(String[]::new));
      assertThat(run.exitCode()).as(arguments.toString()).isEqualTo(2);
      assertThat(run.errors()).contains("Usage: voicepact-verify").doesNotContain("\tat ");
    }
    assertThat(run("--help").exitCode()).isZero();
  }

  @Test
  void otherCheckpointsAndHeadsAreCompared() throws Exception {
    int size = log.size();
    log.addOthers(4);
    Files.writeString(folder.resolve("checkpoint"), log.checkpoint());
    write("consistency.json", log.consistency(size));
    write("head.json", contract.head());

    Run joined = run(
        proof,
        "--fingerprint",
        log.fingerprint(),
        "--checkpoint",
        "checkpoint",
        "--consistency",
        "consistency.json",
        "--head",
        "head.json");
    assertThat(joined.exitCode()).isZero();
    assertThat(joined.lines()).anyMatch(line -> line.startsWith("other checkpoint: "));
    assertThat(joined.lines()).anyMatch(line -> line.startsWith("other head: "));

    Run alone = run(proof, "--checkpoint", "checkpoint");
    assertThat(alone.exitCode()).isEqualTo(1);
    assertThat(alone.last())
        .contains("/api/v1/audit/consistency?from=" + size + "&to=" + log.size());

    contract.tell(0);
    write("head.json", contract.head());
    assertThat(run(proof, "--head", "head.json").last()).startsWith("OUTDATED: ");
  }

  @Test
  void terminalIsNotSteeredByAFile() throws Exception {
    ObjectNode evil = contract.disclosed().put("\u001b[2J", "");
    write("evil.json", evil);

    Run run = run("evil.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.last()).isEqualTo("UNREADABLE: evil.json: /?[2J: is not known here");
  }

  @Test
  void jarHasNeitherTheServerNorTheSignaturesOfOtherJars() throws IOException {
    try (ZipFile jar = new ZipFile(VerifyProgram.JAR.toFile())) {
      List<String> names =
          Collections.list(jar.entries()).stream().map(ZipEntry::getName).toList();
      assertThat(names).contains("META-INF/LICENSE", "picocli/CommandLine.class");
      assertThat(names).noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"));
      assertThat(names)
          .noneMatch(
              name -> name.startsWith("jakarta/") || name.startsWith("org/voicepact/contract"));
    }
  }

  @Test
  void applicationHasNothingOfTheProgram() throws IOException {
    try (ZipFile war = new ZipFile(System.getProperty("voicepact.war"))) {
      assertThat(Collections.list(war.entries()).stream().map(ZipEntry::getName))
          .noneMatch(name -> name.contains("picocli") || name.contains("org/voicepact/verifier"));
    }
  }

  private void write(String name, ObjectNode content) throws IOException {
    Files.writeString(folder.resolve(name), content.toString());
  }

  private Run run(String... arguments) {
    return VerifyProgram.run(folder, Map.of(), arguments);
  }
}

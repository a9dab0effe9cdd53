package org.voicepact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.testing.Readme;

/** docs/proof.md tells of every action that stands in the audit log. */
class ProofDescriptionTest {

  /** What writes entries names their actions, or is told them by what calls it. */
  private static final Pattern WRITES = Pattern.compile("\\b(AuditTrail|Act\\.plain|new Act)\\b");

  private static final Pattern ACTION = Pattern.compile(
      "\"((?:backup|contract|delivery|key|log|message|money|operator|party|payments?|personal-data|settings)"
          + "\\.[a-z][a-z._-]*[a-z])\"");

  @Test
  void everyActionIsInTheTable() throws IOException {
    String description = Readme.projectFile("docs/proof.md");
    Set<String> actions = new TreeSet<>();
    for (String source : sources()) {
      if (WRITES.matcher(source).find()) {
        ACTION.matcher(source).results().map(match -> match.group(1)).forEach(actions::add);
      }
    }

    assertThat(actions).contains("party.confirmed", "money.moved", "payment.closed", "key.made");
    assertThat(actions).allSatisfy(action -> {
      assertThat(description).as("docs/proof.md").contains("`" + action + "`");
      assertThat(EntryDocument.requireAction(action)).isEqualTo(action);
    });
  }

  /** One that the log’s own checks could not read would stand in it for ever. */
  @Test
  void noOtherFormOfActionIsWritten() {
    assertThat(List.of("Contract.read", "contract read", "c", "x".repeat(101)))
        .allSatisfy(action -> assertThatThrownBy(() -> EntryDocument.requireAction(action))
            .isInstanceOf(IllegalArgumentException.class));
  }

  private static List<String> sources() throws IOException {
    Path root = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
    try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> Readme.projectFile(root.relativize(file).toString()))
          .toList();
    }
  }
}

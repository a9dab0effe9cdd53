package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;

/** Every small change of a proof that holds, one after the other. */
class EveryMutationTest {

  private final SampleLog log = new SampleLog();
  private ObjectNode proof;
  private Judged judged;

  @BeforeEach
  void prove() throws IOException {
    proof = SampleProofs.confirmed(log).disclosed();
    judged = new Judged(Checks.bytes(proof), log.fingerprint());
  }

  @Test
  void everyByteCounts() throws IOException {
    SampleLog shortLog = new SampleLog();
    ObjectNode shortProof = SampleProofs.declined(shortLog).disclosed();
    byte[] original =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(shortProof);
    Judged shortJudged = new Judged(original, shortLog.fingerprint());
    assertThat(Checks.check(shortProof, shortLog.fingerprint()).verdict()).isEqualTo(Verdict.HOLDS);

    List<String> accepted = new ArrayList<>();
    for (int i = 0; i < original.length; i++) {
      for (int value :
          new int[] {original[i] ^ 1, original[i] ^ 0x80, (original[i] * 31 + i) % 128}) {
        byte[] changed = original.clone();
        changed[i] = (byte) value;
        int place = i;
        shortJudged
            .wrongAcceptance(changed)
            .ifPresent(report -> accepted.add(place + " to " + value + ": " + report));
      }
    }

    assertThat(accepted).isEmpty();
    long whiteSpace = new String(original, StandardCharsets.UTF_8)
        .chars()
        .filter(sign -> sign == ' ' || sign == '\n')
        .count();
    assertThat(shortJudged.sameTree()).isLessThan((int) whiteSpace);
  }

  @Test
  void everyElementOfEveryArrayCounts() {
    List<String> accepted = new ArrayList<>();
    for (String array : pointers(proof, "", JsonNode::isArray)) {
      for (int i = 0; i < proof.at(array).size(); i++) {
        ObjectNode changed = proof.deepCopy();
        ((ArrayNode) changed.at(array)).remove(i);
        judge(array + "/" + i, changed, accepted);
      }
    }

    assertThat(accepted).isEmpty();
    assertThat(judged.sameTree()).isZero();
  }

  @Test
  void orderOfEveryArrayCounts() {
    List<String> accepted = new ArrayList<>();
    for (String array : pointers(proof, "", JsonNode::isArray)) {
      for (int i = 0; i < proof.at(array).size(); i++) {
        for (int j = i + 1; j < proof.at(array).size(); j++) {
          ObjectNode changed = proof.deepCopy();
          ArrayNode elements = (ArrayNode) changed.at(array);
          JsonNode first = elements.get(i);
          elements.set(i, elements.get(j));
          elements.set(j, first);
          judge(array + " " + i + " " + j, changed, accepted);
        }
      }
    }

    assertThat(accepted).isEmpty();
    assertThat(judged.sameTree()).isZero();
  }

  @Test
  void everyMemberIsNeededButWhatIsDisclosed() {
    List<String> accepted = new ArrayList<>();
    for (String object : pointers(proof, "", JsonNode::isObject)) {
      for (String name : names(proof.at(object))) {
        ObjectNode changed = proof.deepCopy();
        ((ObjectNode) changed.at(object)).remove(name);
        judge(object + "/" + name, changed, accepted);
      }
    }

    assertThat(accepted)
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactlyInAnyOrder("/disclosure", "/disclosure/transcript");
    Report report = Checks.check(proof.without("disclosure"), log.fingerprint());
    assertThat(report.checks()).last().isEqualTo("disclosure: not given");
  }

  @Test
  void memberThatIsNotKnownIsRefusedEverywhere() {
    List<String> accepted = new ArrayList<>();
    for (String object : pointers(proof, "", JsonNode::isObject)) {
      ObjectNode changed = proof.deepCopy();
      ((ObjectNode) changed.at(object)).put("note", "");
      judge(object, changed, accepted);
    }

    assertThat(accepted).isEmpty();
  }

  private void judge(String what, ObjectNode changed, List<String> accepted) {
    judged
        .wrongAcceptance(Checks.bytes(changed))
        .ifPresent(report -> accepted.add(what + " " + report));
  }

  private interface Kind {
    boolean is(JsonNode node);
  }

  /** Where nodes of a kind stand, as JSON pointers. */
  private static List<String> pointers(JsonNode node, String here, Kind kind) {
    Stream<String> below = node.isObject()
        ? names(node).stream()
            .flatMap(name -> pointers(node.get(name), here + "/" + name, kind).stream())
        : elements(node, here, kind);
    return Stream.concat(kind.is(node) ? Stream.of(here) : Stream.empty(), below)
        .toList();
  }

  private static Stream<String> elements(JsonNode array, String here, Kind kind) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .flatMap(i -> pointers(array.get(i), here + "/" + i, kind).stream());
  }

  private static List<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }
}

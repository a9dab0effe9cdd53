package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.Arguments;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;

/** Stories with one thing wrong in them. */
final class Stories {

  static final Consumer<ObjectNode> AS_IT_IS = document -> {};

  private static final String ID = "AG-2026-000001";

  private Stories() {}

  /** Tells of a contract in a log. */
  interface Story {

    /** The proof of it. */
    ObjectNode tell(SampleLog log, SampleContract contract);

    default void assertRefused(String reason) {
      SampleLog log = new SampleLog();
      ObjectNode proof = tell(log, new SampleContract(log, ID));

      Report report = Checks.check(proof, log.fingerprint());

      assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(report.conclusion()).isEqualTo("FAILED: " + reason);
    }
  }

  static Arguments spoiltStatement(String reason, Consumer<ObjectNode> spoil) {
    return arguments("statement 1: " + reason, (Story) (log, c) -> {
      c.create();
      c.answer(0, "confirmation", spoil, AS_IT_IS);
      return c.proof();
    });
  }

  static Arguments spoiltEntry(String reason, Consumer<ObjectNode> spoil) {
    return arguments("entry 2: " + reason, (Story) (log, c) -> {
      c.create();
      c.answer(0, "confirmation", AS_IT_IS, spoil);
      return c.proof();
    });
  }

  static Arguments spoiltContract(String reason, Consumer<ObjectNode> spoil) {
    return arguments("version 1: " + reason, (Story) (log, c) -> {
      c.create(spoil);
      return c.proof();
    });
  }

  static Arguments spoiltHead(String reason, Consumer<ObjectNode> spoil) {
    return arguments("head: " + reason, (Story) (log, c) -> {
      confirmedByBoth(c);
      return c.proof().set("head", c.head(spoil));
    });
  }

  static Arguments spoiltKey(String reason, Consumer<ObjectNode> spoil) {
    return arguments("key entry 4: " + reason, (Story) (log, c) -> {
      c.create();
      log.publish(SampleKey.ed25519(SampleLog.HEAD), true, spoil);
      return c.proof();
    });
  }

  static Arguments spoiltDisclosure(String reason, Consumer<ObjectNode> spoil) {
    return arguments("disclosure: " + reason, (Story) (log, c) -> {
      c.create();
      ObjectNode proof = c.disclosed();
      spoil.accept((ObjectNode) proof.get("disclosure"));
      return proof;
    });
  }

  static ObjectNode confirmedByBoth(SampleContract contract) {
    contract.create();
    contract.confirm(0);
    contract.confirm(1);
    return contract.proof();
  }

  static ObjectNode party(ObjectNode disclosure) {
    return (ObjectNode) disclosure.get("parties").get(0);
  }

  static void swap(ArrayNode array) {
    array.add(array.remove(0));
  }
}

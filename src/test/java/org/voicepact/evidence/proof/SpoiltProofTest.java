package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;

/** Stories that an installation could hash and sign as it should, and that are wrong all the same. */
class SpoiltProofTest {

  private static final String ID = "AG-2026-000001";
  private static final Consumer<ObjectNode> AS_IT_IS = document -> {};

  /** Tells the story and gives the proof of it. */
  private interface Story extends BiFunction<SampleLog, SampleContract, ObjectNode> {}

  @ParameterizedTest(name = "{0}")
  @MethodSource({"statements", "entries", "contracts", "heads", "keys", "disclosures"})
  void whatIsSignedAndWrongIsRefused(String reason, Story story) {
    SampleLog log = new SampleLog();
    ObjectNode proof = story.apply(log, new SampleContract(log, ID));

    Report report = Checks.check(proof, log.fingerprint());

    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report.conclusion()).isEqualTo("FAILED: " + reason);
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        spoiltStatement("it names another contract", s -> s.put("contract_id", "AG-2026-000002")),
        spoiltStatement("it names another version", s -> s.put("version", "2")),
        spoiltStatement(
            "it names another hash than its version has",
            s -> s.put("contract_hash", "0".repeat(64))),
        spoiltStatement(
            "it names another hash than its version has",
            s -> s.put("hash_algorithm", "blake2b-256")),
        spoiltStatement(
            "it names another party than its entry",
            s -> s.put("party_commitment", "0".repeat(64))),
        spoiltStatement(
            "its party is none of the version that it names", s -> s.put("party_role", "buyer")),
        spoiltStatement("its channel is not that of its entry", s -> s.put("channel", "rest")),
        spoiltStatement("its assurance is not that of its entry", s -> s.put("assurance", "otp")),
        spoiltStatement(
            "its time is not that of its entry",
            s -> s.put("received_at", "2026-11-24T09:30:05.001Z")),
        spoiltStatement(
            "its key was not published for statements, or was retired, where its entry stands",
            s -> s.put("key_id", "x")),
        spoiltStatement(
            "/format: must be voicepact/confirmation/1",
            s -> s.put("format", "voicepact/decline/1")),
        spoiltStatement("/type: must be one of: confirmation, decline", s -> s.put("type", "yes")),
        spoiltStatement("/note: is not known here", s -> s.put("note", "")),
        spoiltStatement("/channel: is missing", s -> s.remove("channel")),
        spoiltStatement(
            "/version: must be a number from 1 on, in digits", s -> s.put("version", "01")),
        spoiltStatement(
            "/text_commitment: must be 64 lower-case hex digits",
            s -> s.put("text_commitment", "AB".repeat(32))),
        arguments("statement 1: it tells of another answer than its entry", (Story) (log, c) -> {
          c.create();
          c.answer(0, "confirmation", AS_IT_IS, e -> e.put("action", "party.declined"));
          return c.proof();
        }),
        arguments("statement 1: its signature is not by the key that it names", (Story)
            (log, c) -> {
              SampleKey next = SampleKey.ed25519(SampleLog.STATEMENT);
              c.create();
              String present = log.key(SampleLog.STATEMENT).id();
              c.answer(0, "confirmation", next, s -> s.put("key_id", present), AS_IT_IS);
              return c.proof();
            }),
        arguments(
            "statement 1: its key was not published for statements, or was retired, where its entry stands",
            (Story) (log, c) -> {
              c.create();
              c.answer(0, "confirmation", log.key(SampleLog.HEAD), AS_IT_IS, AS_IT_IS);
              return c.proof();
            }),
        arguments("statement 1: it is not the statement that its entry names", (Story) (log, c) -> {
          ObjectNode proof = confirmedByBoth(c);
          swap((ArrayNode) proof.get("statements"));
          return proof;
        }),
        arguments("statements: the entries name 2, the proof has 1", (Story) (log, c) -> {
          ObjectNode proof = confirmedByBoth(c);
          ((ArrayNode) proof.get("statements")).remove(1);
          return proof;
        }));
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        spoiltEntry("its number must be 2", e -> e.put("number", "3")),
        spoiltEntry(
            "previous is not the hash of the entry before it",
            e -> e.put("previous", "0".repeat(64))),
        spoiltEntry("it is of another chain", e -> e.put("chain", "AG-2026-000002")),
        spoiltEntry("/number: is not known here", e -> e.remove("chain")),
        spoiltEntry("/number: is missing", e -> e.remove("number")),
        spoiltEntry(
            "its path does not lead to the root of the checkpoint", e -> e.put("sequence", "9")),
        spoiltEntry(
            "its sequence is not after that of the entry before it", e -> e.put("sequence", "5")),
        spoiltEntry(
            "/type: must be voicepact/audit-entry/1",
            e -> e.put("type", "voicepact/audit-entry/2")),
        spoiltEntry("/assurance: must be there where a party acts", e -> e.remove("assurance")),
        spoiltEntry(
            "/time: must be a time in UTC with milliseconds",
            e -> e.put("time", "2026-11-24T09:30:05Z")),
        spoiltEntry("/note: is not known here", e -> e.put("note", "")),
        spoiltEntry(
            "/data/version: must be a text", e -> ((ObjectNode) e.get("data")).putArray("version")),
        spoiltEntry("/action: must match [a-z]+(?:[.-][a-z]+)+", e -> e.put("action", "Done")),
        spoiltEntry(
            "it answers version 2, where the present one is 1",
            e -> ((ObjectNode) e.get("data")).put("version", "2")),
        spoiltEntry(
            "/statement: is missing", e -> ((ObjectNode) e.get("data")).remove("statement")),
        spoiltEntry("/note: is not known here", e -> ((ObjectNode) e.get("data")).put("note", "")),
        arguments("entry 1: a chain of a contract begins with its creation, and only there", (Story)
            (log, c) -> {
              c.tell(0);
              c.create();
              return c.proof();
            }),
        arguments("entry 2: a chain of a contract begins with its creation, and only there", (Story)
            (log, c) -> {
              c.create();
              c.create();
              return c.proof();
            }),
        arguments("entry 1: a chain of a contract begins with its creation, and only there", (Story)
            (log, c) -> {
              c.create();
              ObjectNode proof = c.proof();
              return proof.set("entries", proof.get("keys"));
            }),
        arguments("key entry 1: /purpose: is missing", (Story) (log, c) -> {
          c.create();
          ObjectNode proof = c.proof();
          return proof.set("keys", proof.get("entries"));
        }));
  }

  static Stream<Arguments> contracts() {
    return Stream.of(
        spoiltContract("it names another contract", d -> d.put("contract_id", "AG-2026-000002")),
        spoiltContract("it names another version", d -> d.put("version", "2")),
        spoiltContract(
            "/format: must be voicepact/contract/1", d -> d.put("format", "voicepact/contract/2")),
        spoiltContract("/note: is not known here", d -> d.put("note", "")),
        spoiltContract("/currency: must match [A-Z]{3}", d -> d.put("currency", "kes")),
        spoiltContract(
            "/parties: must be an array of 2 to 20", d -> ((ArrayNode) d.get("parties")).remove(1)),
        spoiltContract(
            "/parties/0/role: must match buyer|seller|mediator|witness",
            d -> ((ObjectNode) d.get("parties").get(0)).put("role", "king")),
        spoiltContract(
            "/parties/1/name: is not known here",
            d -> ((ObjectNode) d.get("parties").get(1)).put("name", "Otieno")),
        spoiltContract(
            "/terms/quantity: must match -?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?",
            d -> ((ObjectNode) d.get("terms")).put("quantity", "1.0")),
        spoiltContract(
            "/terms/product: must be a text",
            d -> ((ObjectNode) d.get("terms")).putArray("product")),
        spoiltContract(
            "/terms/total_amount: must match -?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?",
            d -> ((ObjectNode) d.get("terms")).put("total_amount", "1e3")),
        arguments("version 2: it names another version", (Story) (log, c) -> {
          c.create();
          c.amend(0, d -> d.put("version", "3"), AS_IT_IS);
          return c.proof();
        }),
        arguments("entry 2: its version must be 2", (Story) (log, c) -> {
          c.create();
          c.amend(0, AS_IT_IS, e -> ((ObjectNode) e.get("data")).put("version", "3"));
          return c.proof();
        }),
        arguments("version 2: its hash is not the one that its entry names", (Story) (log, c) -> {
          c.create();
          c.amend(0, AS_IT_IS, e -> ((ObjectNode) e.get("data")).put("hash", "0".repeat(64)));
          return c.proof();
        }),
        arguments("version 2: its canonical form has another hash", (Story) (log, c) -> {
          c.create();
          c.amend(
              0, AS_IT_IS, e -> ((ObjectNode) e.get("data")).put("hash_algorithm", "blake2b-256"));
          return c.proof();
        }),
        arguments("version 1: its hash is not the one that its entry names", (Story) (log, c) -> {
          c.create();
          c.amend(0);
          ObjectNode proof = c.proof();
          swap((ArrayNode) proof.get("versions"));
          return proof;
        }),
        arguments("versions: the entries name 2, the proof has 1", (Story) (log, c) -> {
          c.create();
          c.amend(0);
          ObjectNode proof = c.proof();
          ((ArrayNode) proof.get("versions")).remove(1);
          return proof;
        }));
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        spoiltHead(
            "it names another log than the checkpoint",
            h -> h.put("log", "voicepact-log/0000000000000000")),
        spoiltHead("it names another size than the checkpoint", h -> h.put("tree_size", "9")),
        spoiltHead("it names another contract", h -> h.put("contract_id", "AG-2026-000002")),
        spoiltHead("it names 1 entries, where the proof has 3", h -> h.put("entries", "1")),
        spoiltHead(
            "it names another last entry of the contract",
            h -> h.put("last_entry", "0".repeat(64))),
        spoiltHead(
            "it names 1 entries of keys, where the proof has 3", h -> h.put("key_entries", "1")),
        spoiltHead(
            "it names another last entry of keys", h -> h.put("last_key_entry", "0".repeat(64))),
        spoiltHead("it names version 2, where the entries have 1", h -> h.put("version", "2")),
        spoiltHead("its status is not that of the entries", h -> h.put("status", "confirmed")),
        spoiltHead(
            "its key is not the one that was published last for heads of contracts",
            h -> h.put("key_id", "x")),
        spoiltHead("/type: must be voicepact/contract-head/1", h -> h.put("type", "head")),
        spoiltHead("/note: is not known here", h -> h.put("note", "")),
        spoiltHead("/time: is missing", h -> h.remove("time")));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        spoiltKey("its subject is not the thumbprint of its key", e -> e.put("subject", "x")),
        spoiltKey(
            "its succession is not signed by its predecessor",
            e -> ((ObjectNode) e.get("data")).put("succession", "AAAA")),
        spoiltKey(
            "its predecessor is not the key before it of the same purpose",
            e -> ((ObjectNode) e.get("data")).put("predecessor", "x")),
        spoiltKey(
            "/succession: is missing", e -> ((ObjectNode) e.get("data")).remove("succession")),
        spoiltKey(
            "/succession: is not known here",
            e -> ((ObjectNode) e.get("data")).remove("predecessor")),
        spoiltKey(
            "/purpose: must be one of: statement, contract-head, checkpoint",
            e -> ((ObjectNode) e.get("data")).put("purpose", "all")),
        spoiltKey(
            "its predecessor is not the key before it of the same purpose",
            e -> ((ObjectNode) e.get("data")).put("purpose", "statement")),
        spoiltKey(
            "its public key cannot be used: this is no SubjectPublicKeyInfo of Ed25519",
            e -> ((ObjectNode) e.get("data")).put("public_key", "AAAA")),
        spoiltKey("its action says nothing of a key", e -> e.put("action", "key.made")),
        spoiltKey("/note: is not known here", e -> ((ObjectNode) e.get("data")).put("note", "")),
        arguments("key entry 4: a key of this algorithm cannot be for checkpoint", (Story)
            (log, c) -> {
              c.create();
              SampleKey checkpoint = log.key(SampleLog.CHECKPOINT);
              log.publish(SampleKey.rsa(SampleLog.CHECKPOINT), false);
              return c.proof().put("checkpoint", log.checkpoint(checkpoint));
            }),
        arguments("key entry 4: its key was published for another purpose before", (Story)
            (log, c) -> {
              c.create();
              SampleKey head = log.key(SampleLog.HEAD);
              log.publish(new SampleKey(SampleLog.CHECKPOINT, "ed25519", head.pair()), true);
              return c.proof();
            }),
        arguments("key entry 5: it retires a key that was not in use for this purpose", (Story)
            (log, c) -> {
              c.create();
              log.retire(log.key(SampleLog.STATEMENT));
              log.retire(log.key(SampleLog.STATEMENT));
              return c.proof();
            }),
        arguments("key entry 4: it retires a key that was not in use for this purpose", (Story)
            (log, c) -> {
              c.create();
              log.retire(SampleKey.ed25519(SampleLog.STATEMENT));
              return c.proof();
            }));
  }

  static Stream<Arguments> disclosures() {
    return Stream.of(
        spoiltDisclosure(
            "the parties are not those of version 1", d -> swap((ArrayNode) d.get("parties"))),
        spoiltDisclosure(
            "the parties are not those of version 1",
            d -> ((ArrayNode) d.get("parties")).remove(1)),
        spoiltDisclosure(
            "the parties are not those of version 1", d -> party(d).put("name", "Wanjiku")),
        spoiltDisclosure("the parties are not those of version 1", d -> party(d).remove("name")),
        spoiltDisclosure(
            "the parties are not those of version 1", d -> party(d).put("phone", "+254712555009")),
        spoiltDisclosure(
            "the parties are not those of version 1", d -> party(d).put("key", "0".repeat(64))),
        spoiltDisclosure(
            "the transcript is not that of version 1",
            d -> ((ObjectNode) d.get("transcript")).put("transcript", "Else")),
        arguments("disclosure: the transcript is not that of version 1", (Story) (log, c) -> {
          c.create(d -> d.remove("transcript_commitment"));
          return c.disclosed();
        }),
        arguments("disclosure: the parties are not those of version 2", (Story) (log, c) -> {
          c.create();
          c.amend(0, d -> swap((ArrayNode) d.get("parties")), AS_IT_IS);
          return c.disclosed();
        }));
  }

  private static Arguments spoiltStatement(String reason, Consumer<ObjectNode> spoil) {
    return arguments("statement 1: " + reason, (Story) (log, c) -> {
      c.create();
      c.answer(0, "confirmation", spoil, AS_IT_IS);
      return c.proof();
    });
  }

  private static Arguments spoiltEntry(String reason, Consumer<ObjectNode> spoil) {
    return arguments("entry 2: " + reason, (Story) (log, c) -> {
      c.create();
      c.answer(0, "confirmation", AS_IT_IS, spoil);
      return c.proof();
    });
  }

  private static Arguments spoiltContract(String reason, Consumer<ObjectNode> spoil) {
    return arguments("version 1: " + reason, (Story) (log, c) -> {
      c.create(spoil);
      return c.proof();
    });
  }

  private static Arguments spoiltHead(String reason, Consumer<ObjectNode> spoil) {
    return arguments("head: " + reason, (Story) (log, c) -> {
      confirmedByBoth(c);
      return c.proof().set("head", c.head(spoil));
    });
  }

  private static Arguments spoiltKey(String reason, Consumer<ObjectNode> spoil) {
    return arguments("key entry 4: " + reason, (Story) (log, c) -> {
      c.create();
      log.publish(SampleKey.ed25519(SampleLog.HEAD), true, spoil);
      return c.proof();
    });
  }

  private static Arguments spoiltDisclosure(String reason, Consumer<ObjectNode> spoil) {
    return arguments("disclosure: " + reason, (Story) (log, c) -> {
      c.create();
      ObjectNode proof = c.disclosed();
      spoil.accept((ObjectNode) proof.get("disclosure"));
      return proof;
    });
  }

  private static ObjectNode confirmedByBoth(SampleContract contract) {
    contract.create();
    contract.confirm(0);
    contract.confirm(1);
    return contract.proof();
  }

  private static ObjectNode party(ObjectNode disclosure) {
    return (ObjectNode) disclosure.get("parties").get(0);
  }

  private static void swap(ArrayNode array) {
    array.add(array.remove(0));
  }
}

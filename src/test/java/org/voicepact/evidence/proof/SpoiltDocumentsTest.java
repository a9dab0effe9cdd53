package org.voicepact.evidence.proof;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.voicepact.evidence.proof.Stories.AS_IT_IS;
import static org.voicepact.evidence.proof.Stories.confirmedByBoth;
import static org.voicepact.evidence.proof.Stories.party;
import static org.voicepact.evidence.proof.Stories.spoiltContract;
import static org.voicepact.evidence.proof.Stories.spoiltDisclosure;
import static org.voicepact.evidence.proof.Stories.spoiltStatement;
import static org.voicepact.evidence.proof.Stories.swap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.evidence.proof.Stories.Story;

/** Documents that an installation could sign as it should, and that are wrong all the same. */
class SpoiltDocumentsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"statements", "contracts", "disclosures"})
  void whatIsSignedAndWrongIsRefused(String reason, Story story) {
    story.assertRefused(reason);
  }

  private static final String TYPES =
      "/type: must be one of: confirmation, decline, delivery, acceptance, dispute, resolution";

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
        spoiltStatement(TYPES, s -> s.put("type", "yes")),
        spoiltStatement("/note: is not known here", s -> s.put("note", "")),
        spoiltStatement("/channel: is missing", s -> s.remove("channel")),
        spoiltStatement(
            "/version: must be a number from 1 on, in digits", s -> s.put("version", "01")),
        spoiltStatement(
            "/text_commitment: must be 64 lower-case hex digits",
            s -> s.put("text_commitment", "AB".repeat(32))),
        spoiltStatement(
            "/format: is missing",
            s -> s.removeAll().put("type", "confirmation").put("purpose", "statement")),
        spoiltStatement(TYPES, s -> s.removeAll().put("type", "voicepact/key-succession/1")),
        spoiltStatement(TYPES, s -> s.removeAll().put("type", "voicepact/contract-head/1")),
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
}

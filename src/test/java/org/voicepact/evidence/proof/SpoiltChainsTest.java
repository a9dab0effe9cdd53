package org.voicepact.evidence.proof;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.voicepact.evidence.proof.Stories.spoiltEntry;
import static org.voicepact.evidence.proof.Stories.spoiltHead;
import static org.voicepact.evidence.proof.Stories.spoiltKey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.evidence.proof.Stories.Story;

/** Logs that an installation could hash and sign as it should, and that are wrong all the same. */
class SpoiltChainsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"entries", "heads", "keys"})
  void whatIsSignedAndWrongIsRefused(String reason, Story story) {
    story.assertRefused(reason);
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
        spoiltEntry("/action: must match [a-z][a-z._-]{2,99}", e -> e.put("action", "Done")),
        spoiltEntry(
            "/action: must match [a-z][a-z._-]{2,99}", e -> e.put("action", "a.".repeat(200_000))),
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
        arguments("key entry 4: its succession is not signed by its predecessor", (Story)
            (log, c) -> {
              c.create();
              c.confirm(0);
              String signature = c.proof().at("/statements/0/signature").textValue();
              log.publish(
                  SampleKey.ed25519(SampleLog.STATEMENT),
                  true,
                  e -> ((ObjectNode) e.get("data")).put("succession", signature));
              return c.proof();
            }),
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
}

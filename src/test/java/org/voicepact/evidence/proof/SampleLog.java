package org.voicepact.evidence.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.voicepact.testing.Jcs;

/**
 * A log of audit entries with its keys, its checkpoints and heads, made for tests from docs/proof.md and apart from
 * the code that is tested. Whoever asks for it gets what is wrong as well, signed and hashed as if it were right.
 */
public final class SampleLog {

  public static final String STATEMENT = "statement";
  public static final String HEAD = "contract-head";
  public static final String CHECKPOINT = "checkpoint";

  private static final Instant START = Instant.parse("2026-11-24T09:30:00Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  final String name = "voicepact-log/0f3c5a7e9b1d2f40";

  /** All entries, each in its canonical form. */
  private final List<String> entries = new ArrayList<>();

  /** The places, from 0 on, of the entries of each chain. */
  private final Map<String, List<Integer>> chains = new HashMap<>();

  private final Map<String, SampleKey> keys = new HashMap<>();

  public SampleLog() {
    add(null, entry("log.started", name, "system", "system").with(data("log", name)));
    publish(SampleKey.ed25519(STATEMENT), false);
    publish(SampleKey.ed25519(HEAD), false);
    publish(SampleKey.ed25519(CHECKPOINT), false);
  }

  /** An entry that is yet to be added. */
  record NewEntry(ObjectNode document) {
    NewEntry with(ObjectNode data) {
      document.set("data", data);
      return this;
    }

    NewEntry assured(String assurance) {
      document.put("assurance", assurance);
      return this;
    }
  }

  static NewEntry entry(String action, String subject, String actor, String channel) {
    ObjectNode document = object()
        .put("type", "voicepact/audit-entry/1")
        .put("actor", actor)
        .put("channel", channel)
        .put("action", action)
        .put("subject", subject);
    document.putObject("data");
    return new NewEntry(document);
  }

  static ObjectNode data(String... namesAndValues) {
    ObjectNode data = object();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      data.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return data;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** When the next entry is made. */
  String now() {
    return TIME.format(START.plusSeconds(entries.size()));
  }

  void add(String chain, NewEntry entry) {
    add(chain, entry, document -> {});
  }

  /**
   * @param chain null for an entry of none
   * @param spoil changes the entry before it is hashed
   */
  void add(String chain, NewEntry entry, Consumer<ObjectNode> spoil) {
    ObjectNode document = entry.document();
    document.put("sequence", Integer.toString(entries.size() + 1)).put("time", now());
    if (chain != null) {
      List<Integer> places = chains.computeIfAbsent(chain, name -> new ArrayList<>());
      document
          .put("chain", chain)
          .put("number", Integer.toString(places.size() + 1))
          .put("previous", places.isEmpty() ? "0".repeat(64) : lastHash(chain));
      places.add(entries.size());
    }
    spoil.accept(document);
    entries.add(text(document));
  }

  /** Something that has nothing to do with the contracts that are proven. */
  public void addOthers(int count) {
    for (int i = 0; i < count; i++) {
      add(null, entry("key.made", "k" + entries.size(), "key:root", "rest"));
    }
  }

  public SampleKey key(String purpose) {
    return keys.get(purpose);
  }

  public String fingerprint() {
    return key(CHECKPOINT).id();
  }

  /** Publishes a key, and from then on signs with it. */
  public void publish(SampleKey key, boolean withSuccession) {
    publish(key, withSuccession, document -> {});
  }

  void publish(SampleKey key, boolean withSuccession, Consumer<ObjectNode> spoil) {
    ObjectNode data = data(
        "purpose", key.purpose(), "algorithm", key.algorithm(), "public_key", base64(key.info()));
    if (withSuccession) {
      SampleKey predecessor = key(key.purpose());
      ObjectNode succession = data.deepCopy()
          .put("type", "voicepact/key-succession/1")
          .put("key_id", key.id())
          .put("predecessor", predecessor.id());
      data.put("predecessor", predecessor.id())
          .put("succession", base64(predecessor.sign(Jcs.bytes(succession))));
    }
    keys.put(key.purpose(), key);
    add("keys", entry("key.published", key.id(), "system", "system").with(data), spoil);
  }

  public void retire(SampleKey key) {
    add(
        "keys",
        entry("key.retired", key.id(), "system", "system")
            .with(data("purpose", key.purpose(), "successor", key(key.purpose()).id())));
  }

  /** Another key with a succession, and the one before it retired. */
  public void change(SampleKey next) {
    SampleKey before = key(next.purpose());
    publish(next, true);
    retire(before);
  }

  public int size() {
    return entries.size();
  }

  private List<byte[]> leaves(int size) {
    return entries.subList(0, size).stream().map(Hashes::leaf).toList();
  }

  private String lastHash(String chain) {
    List<Integer> places = chains.get(chain);
    return Hashes.hex(Hashes.leaf(entries.get(places.get(places.size() - 1))));
  }

  public String checkpoint() {
    return checkpoint(key(CHECKPOINT));
  }

  String checkpoint(SampleKey by) {
    String body = name + "\n" + size() + "\n" + base64(Hashes.root(leaves(size())))
        + "\ntype voicepact/checkpoint/1\ntime " + now() + "\n";
    return note(body, by);
  }

  String note(String body, SampleKey by) {
    byte[] hash =
        Hashes.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', 1}, by.raw());
    byte[] signature = by.sign(body.getBytes(StandardCharsets.UTF_8));
    byte[] line = Arrays.copyOf(hash, 4 + signature.length);
    System.arraycopy(signature, 0, line, 4, signature.length);
    return body + "\n\u2014 " + name + " " + base64(line) + "\n";
  }

  /** The head of a contract, signed. */
  ObjectNode head(String contract, String version, String status, Consumer<ObjectNode> spoil) {
    ObjectNode head = object()
        .put("type", "voicepact/contract-head/1")
        .put("log", name)
        .put("contract_id", contract)
        .put("entries", Integer.toString(chains.get(contract).size()))
        .put("last_entry", lastHash(contract))
        .put("version", version)
        .put("status", status)
        .put("key_entries", Integer.toString(chains.get("keys").size()))
        .put("last_key_entry", lastHash("keys"))
        .put("tree_size", Integer.toString(size()))
        .put("time", now())
        .put("key_id", key(HEAD).id());
    spoil.accept(head);
    return signed("head", head, key(HEAD));
  }

  static ObjectNode signed(String name, ObjectNode document, SampleKey by) {
    byte[] bytes = Jcs.bytes(document);
    return object()
        .put(name, new String(bytes, StandardCharsets.UTF_8))
        .put("signature", base64(by.sign(bytes)));
  }

  /** All entries of a chain with their paths. */
  ArrayNode proven(String chain) {
    List<byte[]> leaves = leaves(size());
    ArrayNode proven = JsonNodeFactory.instance.arrayNode();
    for (int place : chains.get(chain)) {
      ArrayNode path = proven.addObject().put("entry", entries.get(place)).putArray("path");
      Hashes.path(place, leaves).forEach(hash -> path.add(base64(hash)));
    }
    return proven;
  }

  /** A file with the proof that the log began with so many entries. */
  public ObjectNode consistency(int from) {
    ObjectNode file =
        object().put("from", Integer.toString(from)).put("to", Integer.toString(size()));
    ArrayNode proof = file.putArray("proof");
    Hashes.consistency(from, leaves(size()), true).forEach(hash -> proof.add(base64(hash)));
    return file;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String text(ObjectNode document) {
    return new String(Jcs.bytes(document), StandardCharsets.UTF_8);
  }
}

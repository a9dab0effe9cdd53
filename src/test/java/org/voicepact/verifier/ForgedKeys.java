package org.voicepact.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.GrowingTree;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.KeySuccession;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.evidence.proof.SampleKey;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Jcs;

/** Keys that somebody puts in the place of those that sign the heads, as if they had always been there. */
final class ForgedKeys {

  private static final String PURPOSE = "checkpoint";
  private static final String ENTRIES = "SELECT l.sequence, e.id, e.action, e.subject, e.data"
      + " FROM audit_log l JOIN audit_entry e ON e.id = l.entry_id"
      + " WHERE l.chain = 'keys' AND e.data LIKE '%\"purpose\":\"checkpoint\"%' ORDER BY l.sequence";

  private final DatabaseConnection database;

  /** By the ids of the keys that they replace. */
  private final Map<String, SampleKey> keys = new HashMap<>();

  /** By the entry from which on each signs. */
  private final NavigableMap<Long, SampleKey> from = new TreeMap<>();

  private record Entry(long sequence, long id, String action, String subject, ObjectNode data) {}

  ForgedKeys(DatabaseConnection database) {
    this.database = database;
  }

  /** Writes them into the entries that tell of keys; the log must then be made anew. */
  void publish() throws SQLException {
    for (Entry entry : database.list(
        ENTRIES,
        row -> new Entry(
            row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), (ObjectNode)
                Json.read(row.getString(5))))) {
      if (entry.action.equals("key.published")) {
        publish(entry);
      } else {
        entry.data.put(
            "successor", keys.get(entry.data.get("successor").textValue()).id());
      }
      database.change(
          "UPDATE audit_entry SET subject = ?, data = ? WHERE id = ?",
          keys.get(entry.subject).id(),
          entry.data.toString(),
          entry.id);
    }
  }

  private void publish(Entry entry) {
    SampleKey key = SampleKey.ed25519(PURPOSE);
    keys.put(entry.subject, key);
    from.put(entry.sequence, key);
    entry.data.put("public_key", base64(info(key)));
    if (entry.data.has("predecessor")) {
      SampleKey before = keys.get(entry.data.get("predecessor").textValue());
      KeySuccession succession = new KeySuccession(
          KeyPurpose.CHECKPOINT, key.id(), SignatureAlgorithm.ED25519, info(key), before.id());
      entry
          .data
          .put("predecessor", before.id())
          .put("succession", base64(before.sign(Jcs.bytes(succession.document()))));
    }
  }

  /** Signs all heads anew, over what the log has now. */
  void sign() throws SQLException {
    Map<Long, String> notes = new HashMap<>();
    database.list(
        "SELECT size, note FROM audit_checkpoint",
        row -> notes.put(row.getLong("size"), row.getString("note")));
    GrowingTree tree = new GrowingTree();
    for (byte[] hash : database.list(
        "SELECT entry_hash FROM audit_log ORDER BY sequence", row -> row.getBytes(1))) {
      tree.add(hash);
      if (notes.containsKey(tree.size())) {
        database.change(
            "UPDATE audit_checkpoint SET note = ? WHERE size = ?",
            signed(Checkpoint.of(SignedNote.parse(notes.get(tree.size()))), tree),
            tree.size());
      }
    }
  }

  private String signed(Checkpoint before, GrowingTree tree) {
    SampleKey key = from.floorEntry(tree.size()).getValue();
    Checkpoint head = new Checkpoint(before.log(), tree.size(), tree.root(), before.time());
    byte[] publicKey = Arrays.copyOfRange(info(key), info(key).length - 32, info(key).length);
    return head.signed(publicKey, key.sign(head.body().getBytes(StandardCharsets.UTF_8)))
        .text();
  }

  /** The id of the one that signed last. */
  String fingerprint() {
    return from.lastEntry().getValue().id();
  }

  private static byte[] info(SampleKey key) {
    return key.pair().getPublic().getEncoded();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

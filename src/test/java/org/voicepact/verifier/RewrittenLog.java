package org.voicepact.verifier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.EntryContent;
import org.voicepact.evidence.entity.GrowingTree;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.Place;
import org.voicepact.evidence.entity.TreeNode;
import org.voicepact.testing.Jcs;

/**
 * The log as somebody writes it anew who knows how it is made: with the hashes, chains and tree of what audit_entry
 * says now.
 */
final class RewrittenLog {

  private static final String ENTRIES =
      "SELECT l.sequence, l.entry_id, l.chain, l.number, l.previous,"
          + " e.recorded_at, e.actor, e.channel, e.assurance, e.action, e.subject, e.data"
          + " FROM audit_log l JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.sequence";

  private final DatabaseConnection database;
  private final List<Row> rows;

  private record Row(long entryId, Optional<Place> place, EntryContent content) {}

  /** Of the entries that have a place now, in their present order. */
  RewrittenLog(DatabaseConnection database) throws SQLException {
    this.database = database;
    this.rows = database.list(ENTRIES, RewrittenLog::row);
  }

  private static Row row(ResultSet row) throws SQLException {
    String chain = row.getString("chain");
    return new Row(
        row.getLong("entry_id"),
        chain == null
            ? Optional.empty()
            : Optional.of(new Place(chain, row.getInt("number"), row.getString("previous"))),
        new EntryContent(
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            Channel.valueOf(row.getString("channel")),
            Optional.ofNullable(row.getString("assurance")).map(Assurance::valueOf),
            row.getString("action"),
            row.getString("subject"),
            row.getString("data")));
  }

  /** Makes the hash of one entry anew, and nothing else. */
  void repairHash(long sequence) throws SQLException {
    Row row = rows.get((int) sequence - 1);
    database.change(
        "UPDATE audit_log SET entry_hash = ? WHERE sequence = ?",
        hash(row, sequence, row.place),
        sequence);
  }

  private static byte[] hash(Row row, long sequence, Optional<Place> place) {
    return MerkleTree.leafHash(Jcs.bytes(row.content.document(sequence, place)));
  }

  /** Makes the tree anew over the hashes that stand in the log. */
  void repairTree() throws SQLException {
    database.execute("DELETE FROM audit_node");
    GrowingTree tree = new GrowingTree();
    for (byte[] hash :
        database.list("SELECT entry_hash FROM audit_log ORDER BY sequence", r -> r.getBytes(1))) {
      for (TreeNode node : tree.add(hash)) {
        database.execute(
            "INSERT INTO audit_node (level, position, hash) VALUES (?, ?, ?)",
            node.subtree().level(),
            node.subtree().index(),
            node.hash());
      }
    }
  }

  /** Numbers all entries from 1 on, links all chains and makes all hashes and the tree anew. */
  void repairAll() throws SQLException {
    database.execute("DELETE FROM audit_log");
    Map<String, Place> next = new HashMap<>();
    long sequence = 0;
    for (Row row : rows) {
      sequence++;
      Optional<Place> place =
          row.place.map(known -> next.getOrDefault(known.chain(), Place.first(known.chain())));
      byte[] hash = hash(row, sequence, place);
      place.ifPresent(known -> next.put(
          known.chain(),
          new Place(known.chain(), known.number() + 1, HexFormat.of().formatHex(hash))));
      database.execute(
          "INSERT INTO audit_log (sequence, entry_id, chain, number, previous, entry_hash)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          sequence,
          row.entryId,
          place.map(Place::chain).orElse(null),
          place.map(Place::number).orElse(null),
          place.map(Place::previous).orElse(null),
          hash);
    }
    repairTree();
  }
}

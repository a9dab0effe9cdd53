package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Place;

/**
 * A row of {@code audit_log} with what belongs to it.
 *
 * @param chain null where the entry belongs to none; then number and previous are null as well
 * @param entry its row of {@code audit_entry}; empty where there is none
 * @param before the row with the number before in the same chain; empty where there is none
 */
record LogRow(
    long sequence,
    long entryId,
    String chain,
    Integer number,
    String previous,
    byte[] hash,
    Optional<StoredEntry> entry,
    Optional<Before> before) {

  private static final int AT_ONCE = 1000;
  private static final String AFTER =
      "SELECT l.sequence, l.entry_id, l.chain, l.number, l.previous,"
          + " l.entry_hash, e.id, b.sequence AS before_sequence, b.entry_hash AS before_hash, "
          + StoredEntry.COLUMNS
          + " FROM audit_log l LEFT JOIN audit_entry e ON e.id = l.entry_id"
          + " LEFT JOIN audit_log b ON b.chain = l.chain AND b.number = l.number - 1"
          + " WHERE l.sequence > ? ORDER BY l.sequence FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY";

  /** What is needed of the row before it in the chain. */
  record Before(long sequence, byte[] hash) {}

  /** All rows in the order of the log. */
  static Pages<Long, LogRow> all(OpenDatabase database) {
    return new Pages<>(
        Long.MIN_VALUE, LogRow::sequence, last -> database.list(AFTER, LogRow::read, last));
  }

  private static LogRow read(ResultSet row) throws SQLException {
    byte[] beforeHash = row.getBytes("before_hash");
    return new LogRow(
        row.getLong("sequence"),
        row.getLong("entry_id"),
        row.getString("chain"),
        row.getObject("number", Integer.class),
        row.getString("previous"),
        row.getBytes("entry_hash"),
        row.getObject("id") == null ? Optional.empty() : Optional.of(StoredEntry.read(row)),
        beforeHash == null
            ? Optional.empty()
            : Optional.of(new Before(row.getLong("before_sequence"), beforeHash)));
  }

  /**
   * The entry, if it is what was hashed and stands where it must in its chain.
   *
   * @throws NotThisFormat where it is none
   * @throws DoesNotHold where one of both is not so
   */
  EntryDocument checked() {
    unless(entry.isPresent(), "its row of audit_entry, " + entryId + ", is not there");
    EntryDocument document = entry.get().at(sequence, place());
    unless(
        Arrays.equals(document.leafHash(), hash),
        "it does not have the hash that stands beside it, so one of the two was changed");
    unless(
        Objects.equals(entry.get().chain(), chain), "its row of audit_entry names another chain");
    if (chain != null) {
      requireNext();
    }
    return document;
  }

  private Optional<Place> place() {
    if (chain == null) {
      unless(number == null && previous == null, "it has a place in a chain, and no chain");
      return Optional.empty();
    }
    unless(number != null && previous != null, "it has a chain, and no place in it");
    return Optional.of(new Place(chain, number, previous));
  }

  private void requireNext() {
    if (number == 1) {
      unless(previous.equals(Place.NONE), "it is the first of " + chain + " and names one before");
      return;
    }
    String expected = "number " + (number - 1) + " of " + chain;
    unless(before.isPresent(), expected + ", which comes before it, is not there");
    unless(before.get().sequence < sequence, expected + " comes behind it in the log");
    unless(
        HexFormat.of().formatHex(before.get().hash).equals(previous),
        "previous is not the hash of entry " + before.get().sequence + ", " + expected
            + ", so one of the two was changed");
  }
}

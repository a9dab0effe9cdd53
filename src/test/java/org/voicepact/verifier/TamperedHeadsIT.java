package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.verifier.DatabaseCopy.Tampering;
import org.voicepact.verifier.VerifyProgram.Run;

/** Heads and a tree that somebody has changed, and entries above the last head. */
class TamperedHeadsIT {

  private final SampleInstallation installation = SampleInstallation.one();

  @TempDir
  private Path folder;

  private DatabaseCopy copy;

  /** The sizes of a head in the middle and of the one before it. */
  private long head;

  private long before;

  /** How many entries there are, which the last head covers. */
  private long size;

  @BeforeEach
  void findAHead() throws IOException, SQLException {
    copy = new DatabaseCopy(folder);
    head = copy.number("SELECT MIN(size) FROM audit_checkpoint WHERE size > 4000");
    before = copy.number("SELECT MAX(size) FROM audit_checkpoint WHERE size < ?", head);
    size = copy.number("SELECT MAX(sequence) FROM audit_log");
  }

  private void assertFound(String fault, Tampering tampering) throws SQLException {
    verify(tampering).assertFound("FAILED: " + fault);
  }

  private Run verify(Tampering tampering) throws SQLException {
    return copy.tamper(tampering).verify("--fingerprint", installation.fingerprint());
  }

  @Test
  void headThatWasTakenAwayIsMissedByWhoHasAllHeads() throws SQLException {
    Run run =
        verify(database -> database.change("DELETE FROM audit_checkpoint WHERE size = ?", head));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    String heads = installation.heads().toString();
    assertThat(copy.verify("--checkpoint", heads).line(heads))
        .endsWith(" heads of this log, of which audit_checkpoint lacks 1");
  }

  @Test
  void headThatWasChangedIsNamed() throws SQLException {
    assertFound(
        "the head of " + head + " entries: it is not signed by the key that was published last"
            + " for checkpoints",
        database -> database.change(
            "UPDATE audit_checkpoint SET note = REPLACE(note, 'time 2', 'time 3') WHERE size = ?",
            head));
    assertFound(
        "the head of " + before + " entries: it says that it covers " + (before - 1),
        database -> database.change(
            "UPDATE audit_checkpoint SET note = REPLACE(note, ?, ?) WHERE size = ?",
            "\n" + before + "\n",
            "\n" + (before - 1) + "\n",
            before));
  }

  @Test
  void headOfAKeyThatWasRetiredIsNamed() throws SQLException {
    long old = copy.number("SELECT MIN(size) FROM audit_checkpoint");

    assertFound(
        "the head of " + head + " entries: it says that it covers " + old,
        database -> database.change(
            "UPDATE audit_checkpoint SET note = (SELECT note FROM audit_checkpoint WHERE size = ?)"
                + " WHERE size = ?",
            old,
            head));
  }

  @Test
  void logWithoutAHeadShowsNothing() throws SQLException {
    assertFound(
        "there is no signed head, so that nothing shows whether the log is as it was",
        database -> database.execute("DELETE FROM audit_checkpoint"));
  }

  @Test
  void hashOfTheTreeThatWasChangedOrTakenAwayOrAddedIsNamed() throws SQLException {
    String where = " WHERE level = 3 AND position = 500";
    String name = "entries 4001 to 4008: their common hash (level 3, position 500) ";
    assertFound(
        name + "is another in audit_node, so one of them was changed",
        database -> database.change("UPDATE audit_node SET hash = X'00'" + where));
    assertFound(
        name + "is not in audit_node",
        database -> database.change("DELETE FROM audit_node" + where));
  }

  @Test
  void hashOfTheTreeThatNoEntriesHaveIsNamed() throws SQLException {
    String add = "INSERT INTO audit_node (level, position, hash) VALUES (?, ?, X'00')";
    String fault = ", of which the log has not all entries";
    assertFound(
        "audit_node has a hash at level 20, position 0" + fault,
        database -> database.change(add, 20, 0));
    assertFound(
        "audit_node has a hash at level 1, position " + size / 2 + fault,
        database -> database.change(add, 1, size / 2));
    assertFound(
        "audit_node has a hash at level 1, position -1" + fault,
        database -> database.change(add, 1, -1));
  }

  @Test
  void entryThatHasNoPlaceAndDoesNotWaitForOneIsNamed() throws SQLException {
    long id = copy.number("SELECT MAX(id) FROM audit_entry") + 1;

    assertFound(
        "the row " + id + " of audit_entry (test.act) has no place in the log and does not wait"
            + " for one, so it was taken out of it",
        database -> addEntry(database, id));
  }

  private static void addEntry(DatabaseConnection database, long id) throws SQLException {
    database.change(
        "INSERT INTO audit_entry (id, recorded_at, actor, channel, action, subject, data)"
            + " VALUES (?, CURRENT_TIMESTAMP, 'system', 'SYSTEM', 'test.act', 'test', '{}')",
        id);
  }

  @Test
  void entriesAboveTheLastHeadAndEntriesThatWaitAreCounted() throws SQLException {
    long last = copy.number("SELECT MAX(size) FROM audit_checkpoint WHERE size < ?", size);

    Run run = verify(database -> {
      database.execute("DELETE FROM audit_checkpoint WHERE size > ?", last);
      database.execute(
          "INSERT INTO audit_waiting (entry_id, chain)"
              + " SELECT entry_id, chain FROM audit_log ORDER BY sequence DESC FETCH FIRST 2 ROWS ONLY");
      database.execute(
          "DELETE FROM audit_log WHERE entry_id IN (SELECT entry_id FROM audit_waiting)");
      new RewrittenLog(database).repairTree();
    });

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.line("not signed yet: "))
        .isEqualTo("not signed yet: " + (size - 2 - last)
            + " entries above the last head, 2 that wait for their place");
    assertThat(run.last()).startsWith("Complete up to entry " + last + ", ");
  }
}

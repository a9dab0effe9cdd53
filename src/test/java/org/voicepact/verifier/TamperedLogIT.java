package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.verifier.DatabaseCopy.Tampering;
import org.voicepact.verifier.VerifyProgram.Run;

/** A log that somebody has changed who has the database, with ever more of what depends on it made anew. */
class TamperedLogIT {

  /**
   * An entry in the middle: the second of the two that have a common hash, with one of the same contract behind it
   * before a head is signed.
   */
  private static final String MIDDLE = "SELECT l.sequence, l.entry_id, l.chain, l.number,"
      + " n.sequence AS next, (SELECT MAX(size) FROM audit_checkpoint WHERE size < l.sequence) AS head"
      + " FROM audit_log l JOIN audit_log n ON n.chain = l.chain AND n.number = l.number + 1"
      + " JOIN audit_entry e ON e.id = l.entry_id AND e.action = 'party.confirmed'"
      + " WHERE l.sequence > 4000 AND MOD(l.sequence, 2) = 0 AND NOT EXISTS"
      + " (SELECT 1 FROM audit_checkpoint WHERE size BETWEEN l.sequence AND n.sequence)"
      + " ORDER BY l.sequence FETCH FIRST 1 ROWS ONLY";

  private final SampleInstallation installation = SampleInstallation.one();

  @TempDir
  private Path folder;

  private DatabaseCopy copy;
  private Entry middle;
  private long size;

  /**
   * @param next the next entry of the same chain
   * @param head the last one before it covers so many entries
   */
  private record Entry(long sequence, long id, String chain, int number, long next, long head) {}

  @BeforeEach
  void findAnEntry() throws IOException, SQLException {
    copy = new DatabaseCopy(folder);
    copy.tamper(database -> middle = database
        .list(
            MIDDLE,
            row -> new Entry(
                row.getLong("sequence"),
                row.getLong("entry_id"),
                row.getString("chain"),
                row.getInt("number"),
                row.getLong("next"),
                row.getLong("head")))
        .get(0));
    size = copy.number("SELECT MAX(sequence) FROM audit_log");
  }

  private void assertFound(String fault, Tampering tampering) throws SQLException {
    verify(tampering).assertFound(fault);
  }

  private Run verify(Tampering tampering) throws SQLException {
    return copy.tamper(tampering).verify("--fingerprint", installation.fingerprint());
  }

  private String entry(String fault) {
    return "FAILED: entry " + middle.sequence + ": " + fault;
  }

  /** That the next head signs others than these. */
  private String headAfter(long sequence) throws SQLException {
    long before =
        copy.number("SELECT COALESCE(MAX(size), 0) FROM audit_checkpoint WHERE size < ?", sequence);
    long head = copy.number("SELECT MIN(size) FROM audit_checkpoint WHERE size >= ?", sequence);
    return "entries " + (before + 1) + " to " + head + ": the head of " + head
        + " entries signs others than these, so that one of them was changed, removed or added";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recorded_at = DATEADD(MILLISECOND, 1, recorded_at)",
        "actor = TRANSLATE(actor, '0123456789abcdef', '123456789abcdef0')",
        "channel = CASE channel WHEN 'SMS' THEN 'USSD' ELSE 'SMS' END",
        "assurance = CASE assurance WHEN 'TOKEN' THEN 'OTP' ELSE 'TOKEN' END",
        "assurance = NULL",
        "action = 'party.declined'",
        "subject = 'AG-2026-000001'",
        "data = REPLACE(data, '\"version\":\"', '\"version\":\"1')"
      })
  void entryThatWasChangedIsNamed(String change) throws SQLException {
    String fault = change.equals("assurance = NULL")
        ? "/assurance: must be there where a party acts"
        : "it does not have the hash that stands beside it, so one of the two was changed";
    assertFound(
        entry(fault),
        database ->
            database.change("UPDATE audit_entry SET " + change + " WHERE id = ?", middle.id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chain = 'AG-2019-000001'",
        "number = number + 100",
        "previous = TRANSLATE(previous, '0123456789abcdef', '123456789abcdef0')",
        "entry_hash = X'00'"
      })
  void placeThatWasChangedIsNamed(String change) throws SQLException {
    assertFound(
        entry("it does not have the hash that stands beside it, so one of the two was changed"),
        database -> database.change(
            "UPDATE audit_log SET " + change + " WHERE sequence = ?", middle.sequence));
  }

  @Test
  void entryThatWasGivenToAnotherChainIsNamed() throws SQLException {
    assertFound(
        entry("its row of audit_entry names another chain"),
        database -> database.change(
            "UPDATE audit_entry SET chain = 'AG-2019-000001' WHERE id = ?", middle.id));
  }

  @Test
  void valueThatTheServerNeverWritesIsNamed() throws SQLException {
    assertFound(
        entry("its channel is none"),
        database ->
            database.change("UPDATE audit_entry SET channel = 'PIGEON' WHERE id = ?", middle.id));
    assertFound(
        entry("its data are no JSON"),
        database -> database.change(
            "UPDATE audit_entry SET channel = 'REST', data = '{' WHERE id = ?", middle.id));
  }

  private void changeEntry(DatabaseConnection database) throws SQLException {
    database.change(
        "UPDATE audit_entry SET assurance = CASE assurance WHEN 'OTP' THEN 'TOKEN' ELSE 'OTP' END WHERE id = ?",
        middle.id);
  }

  @Test
  void entryThatWasChangedWithItsHashIsFoundByTheTree() throws SQLException {
    assertFound(
        "FAILED: entries " + (middle.sequence - 1) + " to " + middle.sequence
            + ": their common hash (level 1, position " + (middle.sequence / 2 - 1)
            + ") is another in audit_node, so one of them was changed",
        database -> {
          changeEntry(database);
          new RewrittenLog(database).repairHash(middle.sequence);
        });
  }

  @Test
  void entryThatWasChangedWithItsHashAndTheTreeIsFoundByItsChain() throws SQLException {
    assertFound(
        "FAILED: entry " + middle.next + ": previous is not the hash of entry " + middle.sequence
            + ", number " + middle.number + " of " + middle.chain
            + ", so one of the two was changed",
        database -> {
          changeEntry(database);
          RewrittenLog log = new RewrittenLog(database);
          log.repairHash(middle.sequence);
          log.repairTree();
        });
  }

  @Test
  void entryThatWasChangedWithAllThatDependsOnItIsFoundByTheNextHead() throws SQLException {
    Run run = verify(database -> {
      changeEntry(database);
      new RewrittenLog(database).repairAll();
    });

    run.assertFound("FAILED: " + headAfter(middle.sequence));
    assertThat(run.line("log: "))
        .endsWith("heads are right, the last of " + middle.head + " entries");
  }

  @Test
  void lastEntryThatWasTakenOffIsFoundByTheHeadThatCoversIt() throws SQLException {
    assertFound(
        "FAILED: entry " + size + ": cut off: the head of " + size
            + " entries is signed, the log ends at " + (size - 1),
        database -> {
          long id = database.number("SELECT entry_id FROM audit_log WHERE sequence = ?", size);
          database.change("DELETE FROM audit_log WHERE sequence = ?", size);
          database.execute("DELETE FROM audit_request");
          database.change("DELETE FROM audit_entry WHERE id = ?", id);
        });
  }

  /** Takes everything away that is newer than the head before the last contract. */
  private static long forgetTheLastContract(DatabaseConnection database) throws SQLException {
    String contract = database.text("SELECT MAX(id) FROM contract");
    long head = database.number(
        "SELECT MAX(size) FROM audit_checkpoint WHERE size <"
            + " (SELECT sequence FROM audit_log WHERE chain = ? AND number = 1)",
        contract);
    database.execute("SET REFERENTIAL_INTEGRITY FALSE");
    database.change("DELETE FROM contract WHERE id = ?", contract);
    database.change("DELETE FROM contract_version WHERE contract_id = ?", contract);
    database.execute("DELETE FROM audit_checkpoint WHERE size > ?", head);
    database.execute("DELETE FROM audit_log WHERE sequence > ?", head);
    database.execute("DELETE FROM audit_request");
    database.execute("DELETE FROM audit_entry WHERE id NOT IN (SELECT entry_id FROM audit_log)");
    new RewrittenLog(database).repairTree();
    return head;
  }

  @Test
  void endThatWasTakenOffWithItsHeadsIsFoundByAHeadFromOutside() throws SQLException {
    long[] head = new long[1];
    copy.tamper(database -> head[0] = forgetTheLastContract(database));

    Run alone = copy.verify("--fingerprint", installation.fingerprint());
    assertThat(alone.exitCode()).as(alone.toString()).isZero();
    assertThat(alone.last()).startsWith("Complete up to entry " + head[0] + ", as of ");
    copy.verify("--checkpoint", installation.checkpoint().toString())
        .assertFound("FAILED: " + installation.checkpoint() + ": entries " + (head[0] + 1) + " to "
            + size + ": cut off: the head of " + size + " entries is signed, the log ends at "
            + head[0]);
  }

  @Test
  void entryThatWasTakenOutIsMissing() throws SQLException {
    assertFound(
        entry("missing in audit_log"),
        database -> database.change("DELETE FROM audit_log WHERE sequence = ?", middle.sequence));
  }

  @Test
  void entryWithoutItsContentIsNamed() throws SQLException {
    assertFound(entry("its row of audit_entry, " + middle.id + ", is not there"), database -> {
      database.execute("SET REFERENTIAL_INTEGRITY FALSE");
      database.change("DELETE FROM audit_entry WHERE id = ?", middle.id);
    });
  }

  private void exchange(DatabaseConnection database, long other) throws SQLException {
    database.change("UPDATE audit_log SET sequence = -1 WHERE sequence = ?", middle.sequence);
    database.change("UPDATE audit_log SET sequence = ? WHERE sequence = ?", middle.sequence, other);
    database.change("UPDATE audit_log SET sequence = ? WHERE sequence = -1", other);
  }

  @Test
  void entriesThatWereExchangedAreNamed() throws SQLException {
    assertFound(
        entry("it does not have the hash that stands beside it, so one of the two was changed"),
        database -> exchange(database, middle.sequence + 40));
  }

  @Test
  void entriesThatWereExchangedWithAllThatDependsOnThemAreFoundByTheNextHead() throws SQLException {
    assertFound("FAILED: " + headAfter(middle.sequence), database -> {
      exchange(database, middle.sequence + 40);
      new RewrittenLog(database).repairAll();
    });
  }

  @Test
  void contractThatWasTakenOutOfTheLogIsFoundByTheNextHead() throws SQLException {
    long first =
        copy.number("SELECT sequence FROM audit_log WHERE chain = ? AND number = 1", middle.chain);

    assertFound("FAILED: " + headAfter(first), database -> {
      database.execute("DELETE FROM audit_log WHERE chain = ?", middle.chain);
      database.execute("DELETE FROM audit_request");
      database.execute("DELETE FROM audit_entry WHERE chain = ?", middle.chain);
      database.execute("DELETE FROM signed_statement WHERE contract_id = ?", middle.chain);
      database.execute("DELETE FROM contract_version WHERE contract_id = ?", middle.chain);
      database.execute("SET REFERENTIAL_INTEGRITY FALSE");
      database.change("DELETE FROM contract WHERE id = ?", middle.chain);
      new RewrittenLog(database).repairAll();
    });
  }

  @Test
  void logThatWasMadeAnewUnderAnotherKeyIsFoundByWhoKnowsTheKeyOrAHead() throws SQLException {
    String forged = makeAnewUnderAnotherKey();
    long first = copy.number("SELECT MIN(size) FROM audit_checkpoint");
    String keys = installation.keys().toString();
    String heads = installation.heads().toString();

    for (Run run : List.of(
        copy.verify(),
        copy.verify("--fingerprint", installation.fingerprint()),
        copy.verify("--keys", keys))) {
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
      assertThat(run.last()).startsWith("CONSISTENT, SIGNER UNKNOWN").endsWith(" " + forged);
    }
    copy.verify("--checkpoint", heads)
        .assertFound("FAILED: " + heads + ": the head of " + first + " entries is not signed by a"
            + " key that this log or --keys has for checkpoints: it is no head of this log, or the"
            + " log was made anew under another key");
    copy.verify("--checkpoint", heads, "--keys", keys)
        .assertFound("EQUIVOCATION: " + heads + ": entries 1 to " + first + ": the head of " + first
            + " entries signs others than these");
  }

  /**
   * Without the last message that was sent.
   *
   * @return the id of the key
   */
  private String makeAnewUnderAnotherKey() throws SQLException {
    String[] fingerprint = new String[1];
    copy.tamper(database -> {
      long id = database.number("SELECT MAX(id) FROM audit_entry WHERE action = 'message.sent'");
      database.change("DELETE FROM audit_log WHERE entry_id = ?", id);
      database.execute("DELETE FROM audit_request");
      database.change("DELETE FROM audit_entry WHERE id = ?", id);
      database.execute("DELETE FROM audit_checkpoint WHERE size = ?", size);
      ForgedKeys forged = new ForgedKeys(database);
      forged.publish();
      new RewrittenLog(database).repairAll();
      forged.sign();
      fingerprint[0] = forged.fingerprint();
    });
    return fingerprint[0];
  }
}

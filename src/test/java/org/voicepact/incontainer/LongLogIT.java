package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ProvingContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.VerifyingHere;
import org.voicepact.evidence.control.WritingLog;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.platform.entity.Json;

/** A proof from a log of a million entries reads a few dozen rows of it. */
@InContainer
class LongLogIT {

  private static final int MANY = 1_000_000;

  /** More numbers than servers take in advance, or entries are written while the numbers are set aside. */
  private static final int SET_ASIDE = 10_000;

  /** The entry, its place and the hashes of its path: one for each level of a tree of a million entries. */
  private static final int ROWS_OF_AN_ENTRY = 2 + 20;

  /** Heads, keys, what waits, and the statements of the tasks that run beside the test. */
  private static final int OTHER_ROWS = 100;

  private static final String AT_WORK = "SELECT"
      + " (SELECT COUNT(*) FROM outbound_message WHERE status IN ('QUEUED', 'SENDING')"
      + " AND next_attempt_at <= CURRENT_TIMESTAMP)"
      + " + (SELECT COUNT(*) FROM claim_notice n JOIN outbound_message m ON m.id = n.message_id"
      + " WHERE n.is_open AND NOT n.is_seller_told AND m.status IN ('FAILED', 'PARKED'))";

  @Inject
  private CreatingContract creating;

  @Inject
  private WritingLog writing;

  @Inject
  private ProvingContract proving;

  @Inject
  private VerifyingHere verifying;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  @Deployment
  static WebArchive application() {
    return Deployments.with(LongLogIT.class, Samples.class);
  }

  /** H2 alone counts the rows that its statements read. */
  @Test
  @DisabledIfSystemProperty(named = "voicepact.database", matches = "postgresql")
  void aProofReadsRowsByTheLogarithmOfTheLog() throws SQLException {
    awaitRest();
    lengthenLog();
    ContractId id = creating
        .create(Samples.contract("Teff", Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    proving.proof(id, false);
    execute("SET QUERY_STATISTICS TRUE");

    byte[] proof = proving.proof(id, false);

    long rows = number("SELECT SUM(cumulative_row_count) FROM information_schema.query_statistics"
        + " WHERE sql_statement LIKE '%audit_%' AND sql_statement NOT LIKE '%query_statistics%'");
    execute("SET QUERY_STATISTICS FALSE");
    long entries = entries(proof);
    assertTrue(entries >= 4, "entries: " + entries);
    assertTrue(
        rows >= entries && rows <= entries * ROWS_OF_AN_ENTRY + OTHER_ROWS,
        rows + " rows for " + entries + " entries");
    assertEquals(Verdict.HOLDS, verifying.check(proof).verdict());
  }

  /**
   * Messages that tests before this one have caused still leave, and are told in the log. What waits behind a message that is
   * to leave much later is not waited for.
   */
  private void awaitRest() throws SQLException {
    Instant end = Instant.now().plusSeconds(30);
    while (number(AT_WORK) > 0 && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    while (writing.isBehind()) {
      writing.writeSome();
    }
  }

  /** Of the contract and of the keys. */
  private static long entries(byte[] proof) {
    JsonNode file = Json.read(new String(proof, StandardCharsets.UTF_8));
    return file.path("entries").size() + file.path("keys").size();
  }

  /**
   * With entries whose hashes are made up, and a tree that is right over them. The server may write entries meanwhile: the
   * numbers of the made-up ones are set aside before, and nothing else gets a place in the log until they have theirs.
   */
  private void lengthenLog() throws SQLException {
    long first = number("SELECT nextval('audit_entry_id')") + SET_ASIDE;
    execute("ALTER SEQUENCE audit_entry_id RESTART WITH " + (first + MANY));
    execute("INSERT INTO audit_entry (id, recorded_at, actor, channel, action, subject, data)"
        + " SELECT " + first + " + n, CURRENT_TIMESTAMP, 'system', 'SYSTEM', 'test', 'test', '{}'"
        + " FROM SYSTEM_RANGE(0, " + (MANY - 1) + ") AS numbers(n)");
    try (Connection writer = dataSource.getConnection();
        Statement lock = writer.createStatement()) {
      writer.setAutoCommit(false);
      number(lock, "SELECT id FROM audit_writer FOR UPDATE");
      placeFrom(first);
      writer.commit();
      writer.setAutoCommit(true);
    }
  }

  private void placeFrom(long first) throws SQLException {
    long size = number("SELECT MAX(sequence) FROM audit_log");
    execute("INSERT INTO audit_log (sequence, entry_id, entry_hash) SELECT n, " + first
        + " + n - 1, HASH('SHA-256', CAST(n AS VARCHAR)) FROM SYSTEM_RANGE(" + (size + 1) + ", "
        + MANY
        + ") AS numbers(n)");
    for (int level = 1; MANY >> level > 0; level++) {
      execute(nodes(level, size >> level));
    }
  }

  private static String nodes(int level, long have) {
    String children = level == 1
        ? " JOIN audit_log a ON a.sequence = 2 * n + 1 JOIN audit_log b ON b.sequence = 2 * n + 2"
        : " JOIN audit_node a ON a.level = @below AND a.position = 2 * n"
            + " JOIN audit_node b ON b.level = @below AND b.position = 2 * n + 1";
    String hash = level == 1 ? "entry_hash" : "hash";
    return "INSERT INTO audit_node (level, position, hash)"
        + " SELECT " + level + ", n, HASH('SHA-256', X'01' || a." + hash + " || b." + hash + ")"
        + " FROM SYSTEM_RANGE(" + have + ", " + ((MANY >> level) - 1) + ") AS numbers(n)"
        + children.replace("@below", Integer.toString(level - 1));
  }

  private long number(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return number(statement, query);
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ListingContracts;
import org.voicepact.contract.control.ListingContracts.Filter;
import org.voicepact.contract.control.ListingContracts.Page;
import org.voicepact.contract.control.ListingContracts.Window;
import org.voicepact.evidence.entity.Actor;

/** A page of the list costs the same few statements and reads the same few rows, however many contracts there are. */
@InContainer
class ListingIT {

  @Inject
  private ListingContracts listing;

  @Inject
  private CreatingContract creating;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  @Deployment
  static WebArchive application() {
    return Deployments.with(ListingIT.class, Samples.class);
  }

  /** Only H2 counts its statements by itself; they are the same on PostgreSQL. */
  @Test
  @DisabledIfSystemProperty(named = "voicepact.database", matches = "postgresql")
  void aPageCostsTheSameFewStatementsHoweverLongItIs() throws SQLException {
    // Five of the fifty are known already, and at last all.
    List<Long> fewest = List.of(5L, 5L, 2L);
    List<Long> counted = List.of();
    // What the server looks for every ten seconds may fall into one or the other.
    for (int tries = 0; tries < 3 && !counted.equals(fewest); tries++) {
      createSixty();
      counted = List.of(statementsOf(5), statementsOf(50), statementsOf(50));
    }
    assertEquals(fewest, counted);
  }

  private void createSixty() throws SQLException {
    for (int i = 0; i < 60; i++) {
      creating.create(
          Samples.contract("Maize " + i, Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS);
    }
    awaitEmptyOutbox();
  }

  @Test
  void aPageReadsNoMoreRowsWhenThereAreAHundredThousandContracts() throws SQLException {
    insertContracts(100_000);
    long scanned = scanCount("SELECT * FROM contract ORDER BY created_at DESC, id DESC LIMIT 51");
    assertTrue(scanned <= 60, "rows read: " + scanned);
    long afterCursor = scanCount(
        "SELECT * FROM contract WHERE created_at <= TIMESTAMP WITH TIME ZONE '2020-06-01 00:00:00+00'"
            + " AND (created_at < TIMESTAMP WITH TIME ZONE '2020-06-01 00:00:00+00' OR id < 'AG-2020-900000')"
            + " ORDER BY created_at DESC, id DESC LIMIT 51");
    assertTrue(afterCursor <= 60, "rows read: " + afterCursor);
  }

  /** Its dispatcher reads contracts, too. */
  private void awaitEmptyOutbox() throws SQLException {
    for (int i = 0; i < 1200; i++) {
      if (number("SELECT COUNT(*) FROM outbound_message WHERE status IN ('QUEUED', 'SENDING')")
          == 0) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("the outbox was not sent within a minute");
  }

  private long statementsOf(int limit) throws SQLException {
    execute("SET QUERY_STATISTICS FALSE");
    execute("SET QUERY_STATISTICS TRUE");
    Page page = listing.list(Filter.ALL, new Window(Optional.empty(), 0, limit));
    assertEquals(limit, page.contracts().size());
    assertTrue(
        page.contracts().stream().allMatch(view -> view.contract().parties().size() >= 1));
    long count = number(
        "SELECT SUM(execution_count) FROM information_schema.query_statistics"
            + " WHERE sql_statement LIKE 'SELECT%' AND sql_statement LIKE '%contract%'"
            + " AND sql_statement NOT LIKE '%query_statistics%' AND sql_statement NOT LIKE '%outbound_message%'"
            // What is looked for each second.
            + " AND sql_statement NOT LIKE '%payout%' AND sql_statement NOT LIKE '%money_order%' AND sql_statement NOT LIKE '%payment%'");
    execute("SET QUERY_STATISTICS FALSE");
    return count;
  }

  private void insertContracts(int many) throws SQLException {
    execute(
        "INSERT INTO contract (id, type, status, version, created_at, expires_at, updated_at, revision)"
            + " WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
            + many
            + ") SELECT 'AG-2020-' || LPAD(CAST(n AS VARCHAR), 6, '0'), 'AGRICULTURAL_SUPPLY', 'CONFIRMED', 1,"
            + " TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00' + n * INTERVAL '1' MINUTE,"
            + " TIMESTAMP WITH TIME ZONE '2021-01-01 00:00:00+00', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', 0"
            + " FROM numbers");
    if (!isH2()) {
      execute("ANALYZE contract");
    }
  }

  /** Rows that were read for the result, as the database itself counts them. */
  private long scanCount(String query) throws SQLException {
    boolean h2 = isH2();
    String explain = h2 ? "EXPLAIN ANALYZE " : "EXPLAIN (ANALYZE, FORMAT JSON) ";
    Pattern count = Pattern.compile(h2 ? "scanCount: ([0-9]+)" : "\"Actual Rows\": ([0-9]+)");
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery(explain + query)) {
      plan.next();
      String said = plan.getString(1);
      // PostgreSQL does not say how many rows a filter threw away in a scan of a whole table.
      assertFalse(said.contains("Seq Scan"), said);
      return count
          .matcher(said)
          .results()
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .max()
          .orElseThrow();
    }
  }

  private boolean isH2() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
  }

  private long number(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
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

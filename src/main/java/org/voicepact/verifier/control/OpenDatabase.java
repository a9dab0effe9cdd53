package org.voicepact.verifier.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.voicepact.verifier.entity.Unreadable;

/**
 * The database of an installation, open for reading alone. All that is read is of one moment, however long it takes.
 * Whatever goes wrong is an {@link Unreadable} in words of our own: those of a driver may hold the address and what
 * stands in it.
 */
public final class OpenDatabase implements AutoCloseable {

  private static final String H2 = "jdbc:h2:file:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * ACCESS_MODE_DATA=r: not a byte of the file is changed. LAZY_QUERY_EXECUTION=1: rows come one by one; a database
   * that is open like this would hold all of them in memory. The last three are those of the server.
   */
  private static final String H2_SETTINGS =
      ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0;LAZY_QUERY_EXECUTION=1"
          + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private static final Set<String> TABLES = Set.of(
      "audit_entry",
      "audit_waiting",
      "audit_log",
      "audit_node",
      "audit_checkpoint",
      "contract",
      "contract_version",
      "party",
      "transcript",
      "signed_statement");
  private static final int FETCHED_AT_ONCE = 500;

  private final String name;
  private final Connection connection;

  private OpenDatabase(String name, Connection connection) {
    this.name = name;
    this.connection = connection;
  }

  /** Whether the address is one of a database that this program can read. */
  public static boolean isKnown(String url) {
    return url.startsWith(H2) || url.startsWith(POSTGRESQL);
  }

  /**
   * @param url {@code jdbc:h2:file:} with the path, without {@code .mv.db}; settings behind a semicolon do not count.
   *     Or {@code jdbc:postgresql:}
   * @throws Unreadable where it cannot be opened, or is not of an installation with an audit log
   */
  public static OpenDatabase open(String url, String user, String password) {
    // Settings of an address may hold a password.
    String name = url.split("[;?]", 2)[0];
    OpenDatabase database;
    try {
      database = new OpenDatabase(name, connect(url, name, user, password));
    } catch (SQLException e) {
      throw new Unreadable(name, SqlFaults.inWords(e));
    }
    database.requireTables();
    return database;
  }

  private static Connection connect(String url, String name, String user, String password)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    if (url.startsWith(H2)) {
      // A file may name classes that it wants to be run.
      System.setProperty("h2.allowedClasses", "");
      return new org.h2.Driver().connect(name + H2_SETTINGS, properties);
    }
    Connection connection = new org.postgresql.Driver().connect(url, properties);
    if (connection == null) {
      throw new Unreadable(name, "this is no address of PostgreSQL");
    }
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  /** A view could give another answer each time that it is asked. */
  private void requireTables() {
    Set<String> missing = new HashSet<>(TABLES);
    missing.removeAll(list(
        "SELECT table_name FROM information_schema.tables"
            + " WHERE table_type = 'BASE TABLE' AND table_schema = CURRENT_SCHEMA",
        row -> row.getString(1)));
    if (!missing.isEmpty()) {
      throw new Unreadable(
          name, "this is no database of VoicePact with an audit log: " + missing + " is not there");
    }
  }

  /** How one row is read. */
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done with one row. */
  interface Visit {
    void see(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String query, Reading<T> reading, Object... parameters) {
    List<T> rows = new ArrayList<>();
    each(query, row -> rows.add(reading.read(row)), parameters);
    return rows;
  }

  /** Sees rows one by one, without holding them. No other query may be made meanwhile. */
  void each(String query, Visit visit, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          visit.see(rows);
        }
      }
    } catch (SQLException e) {
      throw new Unreadable(name, SqlFaults.inWords(e));
    }
  }

  /** The one number that a query finds. */
  long number(String query, Object... parameters) {
    return list(query, row -> row.getLong(1), parameters).get(0);
  }

  /** As it may be printed. */
  String name() {
    return name;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new Unreadable(name, SqlFaults.inWords(e));
    }
  }
}

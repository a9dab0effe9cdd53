package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Gives the database's user its rights, where the tables belong to another: to add to what is evidence and to read it,
 * never to change or remove it.
 */
@Singleton
public class DatabaseRights {

  /** The tables whose rows stay as they were added. */
  public static final Set<String> INSERT_ONLY = Set.of(
      "audit_entry",
      "audit_log",
      "audit_node",
      "audit_checkpoint",
      "contract_version",
      "ledger_entry",
      "signed_statement");

  /** Any number that nothing else in the database uses for an advisory lock. */
  private static final long LOCK = 7_112_041_979L;

  private final DatabaseUsers users;

  @Inject
  public DatabaseRights(DatabaseUsers users) {
    this.users = users;
  }

  /**
   * @param owner connections of the owner, who has just made or changed the tables
   */
  void grant(DataSource owner) throws SQLException {
    if (!users.areTwo()) {
      return;
    }
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      String user = '"' + users.user() + '"';
      boolean onH2 = DatabaseProduct.isH2(connection);
      if (onH2) {
        // Elsewhere users are made by whoever runs the database.
        String password = "'" + users.password().replace("'", "''") + "'";
        statement.execute("CREATE USER IF NOT EXISTS " + user + " PASSWORD " + password);
        statement.execute("ALTER USER " + user + " SET PASSWORD " + password);
      }
      if (onH2) {
        grantTables(connection, statement, user);
      } else {
        grantAtOnce(connection, statement, user);
      }
    }
  }

  /** Servers that work keep their rights until all are given again, and servers that start do this one by one. */
  private static void grantAtOnce(Connection connection, Statement statement, String user)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
      grantTables(connection, statement, user);
      // H2 asks for no right to count on.
      statement.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + user);
      connection.commit();
    } finally {
      // What was not committed is undone by that.
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void grantTables(Connection connection, Statement statement, String user)
      throws SQLException {
    for (String table : tables(connection)) {
      String quoted = '"' + table + '"';
      statement.execute("REVOKE ALL ON " + quoted + " FROM " + user);
      statement.execute("GRANT " + rights(table) + " ON " + quoted + " TO " + user);
    }
  }

  private static String rights(String table) {
    if (table.contains("flyway")) {
      return "SELECT";
    }
    return INSERT_ONLY.contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = connection
        .getMetaData()
        .getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }
}

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
      for (String table : tables(connection)) {
        String quoted = '"' + table + '"';
        statement.execute("REVOKE ALL ON " + quoted + " FROM " + user);
        statement.execute("GRANT " + rights(table) + " ON " + quoted + " TO " + user);
      }
      if (!onH2) {
        // H2 asks for no right to count on.
        statement.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + user);
      }
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

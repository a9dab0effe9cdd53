package org.voicepact.platform.boundary;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Connections to a file of H2 in which every commit is on disk before it is acknowledged ({@code WRITE_DELAY=0}). Only an
 * owner may say so, and it is forgotten when H2 closes the file: when the last connection ends, and when something could
 * not be written. Whoever comes next opens it anew with half a second in which acknowledged commits can be lost. So each
 * new connection of a user is looked at, and where it opened the file the owner says so again before it is used.
 */
final class DurableConnections {

  private static final String OWNERS_SETTING = ";WRITE_DELAY=0";

  /** The setting stands there twice: what the file says, and what holds. */
  private static final String DELAY =
      "SELECT MAX(CAST(setting_value AS INTEGER)) FROM information_schema.settings"
          + " WHERE setting_name = 'WRITE_DELAY'";

  private static final String CONNECTION_REJECTED = "08004";

  private final Driver h2;
  private volatile Properties owner;

  DurableConnections(Driver h2) {
    this.h2 = h2;
  }

  /** The credentials are kept, to come back with them. */
  Connection ofOwner(String url, Properties credentials) throws SQLException {
    owner = credentials;
    return h2.connect(url + OWNERS_SETTING, credentials);
  }

  /**
   * @throws SQLException also where the file was opened anew and no owner has been there before
   */
  Connection ofUser(String url, Properties credentials) throws SQLException {
    Connection connection = h2.connect(url, credentials);
    try {
      if (!isDurable(connection)) {
        Properties known = owner;
        if (known == null) {
          throw new SQLException("the owner has not opened the database", CONNECTION_REJECTED);
        }
        // It holds for all connections, as long as the one of the user keeps the file open.
        ofOwner(url, known).close();
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean isDurable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet delay = statement.executeQuery(DELAY)) {
      delay.next();
      return delay.getInt(1) == 0;
    }
  }
}

package org.voicepact.platform.control;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which database there is; the few who must know ask here. */
public final class DatabaseProduct {

  private DatabaseProduct() {}

  /** Whether it is a file of H2, which one server has to itself; else it is PostgreSQL. */
  public static boolean isH2(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  /** The same, by a connection of its own. */
  public static boolean isH2(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return isH2(connection);
    }
  }
}

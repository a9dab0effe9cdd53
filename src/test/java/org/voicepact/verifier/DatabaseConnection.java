package org.voicepact.verifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Short words for SQL. */
record DatabaseConnection(Connection connection) {

  /** How a row is read. */
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** How many rows it has changed. */
  int execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** Changes exactly one row. */
  void change(String sql, Object... parameters) throws SQLException {
    int changed = execute(sql, parameters);
    if (changed != 1) {
      throw new AssertionError(changed + " rows were changed by " + sql);
    }
  }

  <T> List<T> list(String sql, Reading<T> reading, Object... parameters) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(reading.read(found));
      }
    }
    return rows;
  }

  long number(String sql, Object... parameters) throws SQLException {
    return list(sql, row -> row.getLong(1), parameters).get(0);
  }

  String text(String sql, Object... parameters) throws SQLException {
    return list(sql, row -> row.getString(1), parameters).get(0);
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}

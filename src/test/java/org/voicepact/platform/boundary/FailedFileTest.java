package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.platform.control.DatabaseFault;

class FailedFileTest {

  @TempDir
  private Path folder;

  private final FailedFile file = new FailedFile();
  private final List<String> reached = new CopyOnWriteArrayList<>();

  /** With what reaches H2 written down. */
  private Connection open() throws SQLException {
    return file.of(() -> {
      Connection h2 = DriverManager.getConnection(
          "jdbc:h2:file:" + folder.resolve("file") + ";WRITE_DELAY=0", "sa", "");
      return (Connection) Proxy.newProxyInstance(
          getClass().getClassLoader(),
          new Class<?>[] {Connection.class},
          (proxy, method, arguments) -> {
            reached.add(method.getName());
            try {
              return method.invoke(h2, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void makeTable() throws SQLException {
    try (Connection first = open()) {
      execute(first, "CREATE TABLE deal (id INT PRIMARY KEY)");
    }
  }

  @Test
  void withConnectionsOfAFailedFileNothingIsBegun() throws SQLException {
    Connection seeing = open();
    Connection other = open();
    seeing.setAutoCommit(false);
    other.setAutoCommit(false);
    execute(other, "INSERT INTO deal VALUES (1)");
    PreparedStatement prepared = other.prepareStatement("INSERT INTO deal VALUES (2)");
    assertThatThrownBy(() -> execute(seeing, "SHUTDOWN IMMEDIATELY; SELECT 1"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> execute(seeing, "SELECT * FROM deal"))
        .isInstanceOf(SQLException.class);
    reached.clear();

    assertThatThrownBy(other::commit).isInstanceOf(SQLNonTransientConnectionException.class);
    assertThatThrownBy(prepared::executeUpdate)
        .isInstanceOf(SQLNonTransientConnectionException.class);
    assertThatThrownBy(() -> execute(other, "SELECT 1")).isInstanceOf(SQLException.class);
    assertThat(other.isValid(1)).isFalse();
    other.rollback();
    assertThat(reached).isEmpty();
    other.close();
    seeing.close();
    assertThat(other.isClosed()).isTrue();
    assertThat(reached).doesNotContain("rollback", "commit");
  }

  @Test
  void theNextConnectionOpensTheFileAnewWithoutWhatWasNotCommitted() throws SQLException {
    Connection seeing = open();
    Connection other = open();
    other.setAutoCommit(false);
    execute(seeing, "INSERT INTO deal VALUES (7)");
    execute(other, "INSERT INTO deal VALUES (8)");
    assertThatThrownBy(() -> execute(seeing, "SHUTDOWN IMMEDIATELY; SELECT 1"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> execute(seeing, "SELECT * FROM deal"))
        .isInstanceOf(SQLException.class);
    other.close();
    seeing.close();

    try (Connection next = open();
        Statement statement = next.createStatement();
        var rows = statement.executeQuery("SELECT id FROM deal")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
      assertThat(rows.next()).isFalse();
      assertThat(next.isValid(1)).isTrue();
    }
  }

  /** Behind it stands an exception of the same class as behind a failed file. */
  @Test
  void aRowThatWasLockedForTooLongIsNoFailure() throws SQLException {
    try (Connection holding = open();
        Connection waiting = open()) {
      execute(holding, "INSERT INTO deal VALUES (1)");
      holding.setAutoCommit(false);
      waiting.setAutoCommit(false);
      execute(holding, "UPDATE deal SET id = 2 WHERE id = 1");
      execute(waiting, "SET LOCK_TIMEOUT 50");
      reached.clear();

      assertThatThrownBy(() -> execute(waiting, "UPDATE deal SET id = 3 WHERE id = 1"))
          .isInstanceOf(SQLException.class)
          .extracting(failure -> DatabaseFault.of(failure))
          .isEqualTo(Optional.of(DatabaseFault.BUSY));

      waiting.rollback();
      assertThat(reached).contains("rollback");
      holding.commit();
      execute(waiting, "UPDATE deal SET id = 3 WHERE id = 2");
      waiting.commit();
    }
  }

  @Test
  void otherFailuresChangeNothing() throws SQLException {
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      execute(connection, "INSERT INTO deal VALUES (1)");
      assertThatThrownBy(() -> execute(connection, "INSERT INTO deal VALUES (1)"))
          .isInstanceOf(SQLException.class);

      connection.rollback();

      assertThat(reached).contains("rollback");
      execute(connection, "INSERT INTO deal VALUES (1)");
      connection.commit();
    }
  }
}

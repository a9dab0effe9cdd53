package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.CommitCount;

class CommitsApartTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final long SECONDS = 30;

  private final List<String> ended = new CopyOnWriteArrayList<>();
  private final CountDownLatch going = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    mayEnd.countDown();
    threads.shutdownNow();
  }

  private static CommitsApart apart(Duration patience) {
    return new CommitsApart(new CommitTurns(SHORT, patience), new CommitCount(0));
  }

  /** A database of which each statement goes on until it may end. */
  private Connection database(boolean autoCommit) {
    return database(autoCommit, slow());
  }

  private PreparedStatement slow() {
    return answering(PreparedStatement.class, (name, type) -> {
      if (name.startsWith("execute")) {
        going.countDown();
        mayEnd.await();
        ended.add(name);
      }
      return type == int.class ? 1 : null;
    });
  }

  private Connection database(boolean autoCommit, PreparedStatement statement) {
    return answering(Connection.class, (name, type) -> {
      switch (name) {
        case "prepareStatement":
          return statement;
        case "getAutoCommit":
          return autoCommit;
        case "rollback":
          throw new SQLException("gone");
        default:
          ended.add(name);
          return null;
      }
    });
  }

  /** A connection whose transaction has changed a row. */
  private Connection changed(CommitsApart apart) throws SQLException {
    Connection connection = apart.of(database(
        false, answering(PreparedStatement.class, (name, type) -> type == int.class ? 1 : null)));
    connection.prepareStatement("INSERT").executeUpdate();
    return connection;
  }

  private interface Answer {
    Object of(String method, Class<?> type) throws Exception;
  }

  private static <T> T answering(Class<T> type, Answer answer) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> answer.of(method.getName(), method.getReturnType())));
  }

  private Future<?> begin(Connection connection, String statement) throws Exception {
    Future<?> begun = threads.submit(() -> {
      PreparedStatement prepared = connection.prepareStatement(statement);
      return statement.startsWith("SELECT") ? prepared.executeQuery() : prepared.executeUpdate();
    });
    assertThat(going.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    return begun;
  }

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.isAlive()).as("a commit that did not wait").isTrue();
      Thread.sleep(1);
    }
  }

  private Thread committing(Connection connection) {
    Thread committing = new Thread(() -> {
      try {
        connection.commit();
      } catch (SQLException e) {
        ended.add(e.getMessage());
      }
    });
    committing.start();
    return committing;
  }

  @Test
  void aCommitWaitsForTheStatementOfAnother() throws Exception {
    CommitsApart apart = apart(LONG);
    Connection changed = changed(apart);
    Future<?> statement = begin(apart.of(database(false)), "INSERT");

    Thread committing = committing(changed);
    awaitWaiting(committing);
    mayEnd.countDown();

    statement.get(SECONDS, TimeUnit.SECONDS);
    committing.join();
    assertThat(ended).containsExactly("executeUpdate", "commit");
  }

  @Test
  void aCommitGoesOnWhereTheStatementWaitsForARow() throws Exception {
    CommitsApart apart = apart(SHORT);
    Connection changed = changed(apart);
    begin(apart.of(database(false)), "UPDATE");

    changed.commit();

    assertThat(ended).containsExactly("commit");
  }

  @Test
  void readingKeepsNoCommit() throws Exception {
    CommitsApart apart = apart(LONG);
    Connection changed = changed(apart);
    begin(apart.of(database(false)), "SELECT");

    changed.commit();

    assertThat(ended).containsExactly("commit");
  }

  @Test
  void theEndOfATransactionThatOnlyReadWaitsForNobody() throws Exception {
    CommitsApart apart = apart(LONG);
    begin(apart.of(database(false)), "INSERT");

    apart.of(database(false)).commit();

    assertThat(ended).containsExactly("commit");
  }

  @Test
  void theEndOfATransactionThatHasLockedARowWaits() throws Exception {
    CommitsApart apart = apart(LONG);
    Connection locking =
        apart.of(database(false, answering(PreparedStatement.class, (name, type) -> null)));
    locking.prepareStatement("SELECT * FROM goods FOR UPDATE").executeQuery();
    begin(apart.of(database(false)), "INSERT");

    Thread committing = committing(locking);
    awaitWaiting(committing);
    mayEnd.countDown();

    committing.join();
    assertThat(ended).containsExactly("executeUpdate", "commit");
  }

  @Test
  void aStatementThatCommitsByItselfWaitsForARowWithoutKeepingOthersFromTheirs() throws Exception {
    CommitsApart apart = apart(Duration.ofMillis(50));
    try (Connection first = apart.of(memory());
        Connection byItself = apart.of(memory());
        Statement statement = first.createStatement()) {
      statement.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, word VARCHAR)");
      statement.execute("INSERT INTO kept VALUES (1, 'old'), (2, 'old')");
      first.setAutoCommit(false);
      statement.executeUpdate("UPDATE kept SET word = 'first' WHERE id = 1");
      Future<Integer> waiting = threads.submit(() -> {
        try (Statement update = byItself.createStatement()) {
          return update.executeUpdate("UPDATE kept SET word = 'second' WHERE id = 1");
        }
      });
      awaitLock(first);
      statement.executeUpdate("UPDATE kept SET word = 'first' WHERE id = 2");
      first.commit();

      assertThat(waiting.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(byItself.getAutoCommit()).isTrue();
      try (ResultSet words = statement.executeQuery("SELECT word FROM kept ORDER BY id")) {
        assertThat(words.next()).isTrue();
        assertThat(words.getString(1)).isEqualTo("second");
        assertThat(words.next()).isTrue();
        assertThat(words.getString(1)).isEqualTo("first");
      }
    }
  }

  private static Connection memory() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:apart;LOCK_TIMEOUT=20000");
  }

  private static void awaitLock(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      int waiting = 0;
      while (waiting == 0) {
        try (ResultSet sessions = statement.executeQuery(
            "SELECT COUNT(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL")) {
          sessions.next();
          waiting = sessions.getInt(1);
        }
      }
    }
  }

  @Test
  void aStatementThatCommitsByItselfAndFailsLeavesNothing() throws Exception {
    try (Connection connection = apart(LONG).of(memory());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE failing (id INTEGER PRIMARY KEY)");
      statement.execute("INSERT INTO failing VALUES (1)");
      assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO failing VALUES (2), (1)"))
          .isInstanceOf(SQLException.class);
      try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM failing")) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
  }

  @Test
  void faultsAreThoseOfTheDatabaseAndLeaveNothingLocked() throws SQLException {
    CommitsApart apart = apart(LONG);
    Connection failing = changed(apart);
    Connection connection = apart.of(database(false));

    assertThatThrownBy(failing::rollback).isInstanceOf(SQLException.class).hasMessage("gone");
    mayEnd.countDown();
    connection.prepareStatement("INSERT").executeUpdate();
    connection.commit();

    assertThat(ended).containsExactly("executeUpdate", "commit");
  }

  @Test
  void aStatementNamesTheConnectionThatMadeIt() throws SQLException {
    Connection connection = apart(LONG).of(database(false));

    Statement statement = connection.prepareStatement("INSERT");

    assertThat(statement.getConnection()).isSameAs(connection);
  }
}

package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {

  private static final String ADDRESS = "here";

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final AtomicLong now = new AtomicLong();
  private final KeptConnections connections = new KeptConnections(now::get);
  private final List<Connection> opened = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Connection table;
  private boolean cannotBeClosed;

  private Connection open() throws SQLException {
    Connection h2 = DriverManager.getConnection(url, "sa", "");
    opened.add(h2);
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          asked.add(method.getName());
          if (cannotBeClosed && method.getName().equals("close")) {
            throw new SQLException("the way to the database is gone", "08006");
          }
          try {
            return method.invoke(h2, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private Connection take() throws SQLException {
    return connections.of(ADDRESS, this::open);
  }

  private static void insert(Connection connection, int id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO deal VALUES (" + id + ")");
    }
  }

  private int deals() throws SQLException {
    try (Statement statement = table.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM deal")) {
      count.next();
      return count.getInt(1);
    }
  }

  @BeforeEach
  void makeTable() throws SQLException {
    table = DriverManager.getConnection(url, "sa", "");
    try (Statement statement = table.createStatement()) {
      statement.execute("CREATE TABLE deal (id INT PRIMARY KEY)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    for (Connection connection : opened) {
      connection.close();
    }
    table.close();
  }

  @Test
  void oneThatWasGivenBackIsTakenAgain() throws SQLException {
    take().close();
    Connection one = take();
    Connection other = take();

    assertThat(opened).hasSize(2);
    one.close();
    one.close();
    take();
    take();
    assertThat(opened).hasSize(3);
    other.close();
  }

  @Test
  void whoHasGivenItBackHasItNoMore() throws SQLException {
    Connection before = take();
    before.close();
    Connection now = take();

    assertThat(before.isClosed()).isTrue();
    assertThat(now.isClosed()).isFalse();
    assertThatThrownBy(before::createStatement)
        .isInstanceOf(SQLNonTransientConnectionException.class);
    before.close();
    assertThat(now.isValid(1)).isTrue();
  }

  @Test
  void whatWasNotCommittedIsUndone() throws SQLException {
    try (Connection connection = take()) {
      connection.setAutoCommit(false);
      insert(connection, 1);
      connection.commit();
      insert(connection, 2);
    }

    assertThat(deals()).isEqualTo(1);
    try (Connection next = take()) {
      assertThat(next.getAutoCommit()).isTrue();
    }
    assertThat(asked).containsOnlyOnce("rollback");
  }

  @Test
  void nothingIsUndoneWhereNothingIsOpen() throws SQLException {
    try (Connection connection = take()) {
      connection.setAutoCommit(false);
      insert(connection, 1);
      connection.commit();
    }

    assertThat(asked).doesNotContain("rollback");
  }

  @Test
  void whatFollowsASavepointIsUndoneWithTheRest() throws SQLException {
    try (Connection connection = take()) {
      connection.setAutoCommit(false);
      insert(connection, 1);
      Savepoint savepoint = connection.setSavepoint();
      insert(connection, 2);
      connection.rollback(savepoint);
    }

    assertThat(deals()).isZero();
    try (Connection next = take()) {
      insert(next, 1);
    }
    assertThat(deals()).isEqualTo(1);
  }

  @Test
  void settingsAreAskedForOnceAndSetWhereTheyDiffer() throws SQLException {
    try (Connection connection = take()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.isReadOnly()).isFalse();
    }
    try (Connection connection = take()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.isReadOnly()).isFalse();
      assertThat(asked)
          .containsOnlyOnce("getTransactionIsolation", "isReadOnly")
          .doesNotContain("setTransactionIsolation");

      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    }
    assertThat(opened.get(0).getTransactionIsolation())
        .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
  }

  @Test
  void withOneThatTheDatabaseHasEndedTheIdleOnesGo() throws SQLException {
    Connection idle = take();
    Connection ended = take();
    idle.close();
    opened.get(1).close();
    assertThat(ended.isClosed()).isTrue();
    ended.close();

    assertThat(opened.get(0).isClosed()).isTrue();
    assertThat(take().isValid(1)).isTrue();
    assertThat(opened).hasSize(3);
  }

  @Test
  void anotherAddressHasOthers() throws SQLException {
    take().close();
    connections.of("there", this::open);

    assertThat(opened).hasSize(2);
    assertThat(opened.get(0).isClosed()).isTrue();
  }

  @Test
  void whatNobodyHasWantedForHalfAnHourIsOpenedAnew() throws SQLException {
    take().close();
    now.addAndGet(Duration.ofMinutes(29).toNanos());
    take().close();
    assertThat(opened).hasSize(1);

    now.addAndGet(Duration.ofMinutes(30).toNanos());
    take();
    assertThat(opened).hasSize(2);
    assertThat(opened.get(0).isClosed()).isTrue();
  }

  @Test
  void thoseThatNobodyHasWantedForHalfAnHourAreClosedWhenAnotherIsGivenBack() throws SQLException {
    Connection one = take();
    Connection other = take();
    Connection busy = take();
    one.close();
    other.close();
    now.addAndGet(Duration.ofMinutes(31).toNanos());
    busy.close();

    assertThat(opened.get(0).isClosed()).isTrue();
    assertThat(opened.get(1).isClosed()).isTrue();
    assertThat(opened.get(2).isClosed()).isFalse();
  }

  @Test
  void oneThatWasEndedWhileItWasIdleIsNotTaken() throws SQLException {
    take().close();
    opened.get(0).close();

    assertThat(take().isValid(1)).isTrue();
    assertThat(opened).hasSize(2);
  }

  @Test
  void oneThatCannotBeClosedKeepsNobodyFromAnother() throws SQLException {
    cannotBeClosed = true;
    take().close();
    now.addAndGet(Duration.ofMinutes(31).toNanos());

    assertThat(take().isValid(1)).isTrue();
    assertThat(opened).hasSize(2);
  }

  @Test
  void whenTheOwnersLastOneEndsNoneStaysOpen() throws SQLException {
    Connection owner = connections.ofOwner(open());
    Connection another = connections.ofOwner(open());
    take().close();
    owner.close();
    owner.close();
    assertThat(opened.get(2).isClosed()).isFalse();

    another.close();
    assertThat(opened).allSatisfy(each -> assertThat(each.isClosed()).isTrue());
  }

  @Test
  void noTwoHaveTheSameAndNoneIsLost() throws Exception {
    int threads = 8;
    int each = 500;
    ExecutorService users = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = i * each;
        Callable<Void> uses = () -> {
          for (int id = first; id < first + each; id++) {
            try (Connection connection = take()) {
              connection.setAutoCommit(false);
              insert(connection, id);
              if (id % 2 == 0) {
                connection.commit();
              }
            }
          }
          return null;
        };
        all.add(users.submit(uses));
      }
      for (Future<?> done : all) {
        done.get();
      }
    } finally {
      users.shutdownNow();
    }

    assertThat(deals()).isEqualTo(threads * each / 2);
    assertThat(opened).hasSizeLessThanOrEqualTo(threads);
  }
}

package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.voicepact.platform.control.DatabaseChanges;
import org.voicepact.platform.entity.CommitCount;

/** Whether a database has changed, as the connections to it tell. */
@Timeout(60)
class CountingCommitsTest {

  private static final int COMMITS = 2_000;

  private final CommitCount count = new CommitCount(7);
  private final DatabaseChanges changes = new DatabaseChanges(count);
  private final CommitsApart apart =
      new CommitsApart(new CommitTurns(Duration.ZERO, Duration.ofMillis(5)), count);
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    connection = apart.of(raw());
    statement = connection.createStatement();
    statement.execute("CREATE TABLE counted (n INT)");
    statement.execute("INSERT INTO counted VALUES (0)");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    writer.shutdownNow();
    connection.close();
  }

  private static Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:counting");
  }

  private int read() {
    try (ResultSet row = statement.executeQuery("SELECT n FROM counted")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private long mark() {
    return changes.read(this::read).mark();
  }

  @Test
  void whatIsOnlyReadChangesNothing() throws SQLException {
    long mark = mark();
    read();
    connection.commit();
    read();
    connection.rollback();
    connection.setAutoCommit(true);
    read();

    assertThat(changes.isSameSince(mark)).isTrue();
  }

  @Test
  void whatIsCommittedIsAChange() throws SQLException {
    long mark = mark();
    statement.executeUpdate("UPDATE counted SET n = 1");
    // Nobody else sees it yet.
    assertThat(changes.isSameSince(mark)).isTrue();
    connection.commit();

    assertThat(changes.isSameSince(mark)).isFalse();
    assertThat(changes.isSameSince(mark())).isTrue();
  }

  @Test
  void soIsWhatCommitsByItself() throws SQLException {
    connection.setAutoCommit(true);
    long mark = mark();
    statement.executeUpdate("UPDATE counted SET n = 1");

    assertThat(changes.isSameSince(mark)).isFalse();
  }

  /** It may be on disk all the same. */
  @Test
  void soIsACommitThatFailsAndAfterItItIsKnownAgain() throws SQLException {
    List<Long> during = new ArrayList<>();
    Connection raw = raw();
    Connection failing = apart.of((Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit")) {
            during.add(count.getAsLong());
            throw new SQLException("gone");
          }
          return Delegation.call(raw, method, arguments);
        }));
    failing.setAutoCommit(false);
    failing.createStatement().executeUpdate("INSERT INTO counted VALUES (1)");
    long mark = mark();

    assertThatThrownBy(failing::commit).hasMessage("gone");

    assertThat(during).containsExactly(CommitCount.UNKNOWN);
    assertThat(changes.isSameSince(mark)).isFalse();
    assertThat(mark()).isNotEqualTo(CommitCount.UNKNOWN);
    raw.close();
  }

  @Test
  void whileSomethingIsStoredNothingIsKnown() {
    long mark = mark();
    count.begin();
    count.begin();
    assertThat(changes.isSameSince(mark)).isFalse();
    assertThat(changes.isSameSince(mark())).isFalse();
    count.end();
    assertThat(changes.isSameSince(mark())).isFalse();
    count.end();
    assertThat(changes.isSameSince(mark())).isTrue();
    assertThat(changes.isSameSince(mark)).isFalse();
  }

  @Test
  void whereOthersWriteNothingIsKnown() {
    long mark = mark();
    count.share();

    assertThat(changes.isSameSince(mark)).isFalse();
    assertThat(changes.isSameSince(mark())).isFalse();
  }

  /** What a reader knows is never older than what had been answered to a writer before. */
  @Test
  void nobodyBelievesWhatWasBeforeACommitThatHasReturned() throws Exception {
    AtomicInteger committed = new AtomicInteger();
    CountDownLatch isRead = new CountDownLatch(1);
    Future<?> writing = writer.submit(() -> {
      try (Connection own = apart.of(raw());
          Statement update = own.createStatement()) {
        own.setAutoCommit(false);
        isRead.await();
        for (int n = 1; n <= COMMITS; n++) {
          update.executeUpdate("UPDATE counted SET n = " + n);
          own.commit();
          committed.set(n);
        }
      }
      return null;
    });
    connection.setAutoCommit(true);
    int believed = 0;
    int known = 0;
    long mark = CommitCount.UNKNOWN;
    while (known < COMMITS) {
      int least = committed.get();
      if (changes.isSameSince(mark)) {
        believed++;
      } else {
        DatabaseChanges.Marked<Integer> now = changes.read(this::read);
        mark = now.mark();
        known = now.found();
      }
      isRead.countDown();
      assertThat(known).isGreaterThanOrEqualTo(least);
    }
    writing.get(1, TimeUnit.MINUTES);
    assertThat(believed).isPositive();
  }
}

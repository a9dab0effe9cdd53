package org.voicepact.platform.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.CommitCount;

/**
 * Keeps H2 from storing a commit while another transaction changes rows. H2 (2.4.240, {@code
 * MVStore.collectChangedMapRoots}) takes the state of its maps one after the other, those with which changes are undone
 * often before those with the rows. A transaction that began in between is then on disk without what would undo it, and
 * where the process is killed before the next commit, half of it stays. {@code CutFileIT} shows it. And it counts the ends of transactions that have changed or locked a row.
 */
final class CommitsApart {

  // H2 also stores by itself, which nothing keeps apart: in a transaction of many megabytes, and
  // when it has used up the numbers of a sequence that it holds (of contracts every 32).
  private static final Set<String> STORING =
      Set.of("commit", "close", "abort", "setTransactionIsolation");

  private static final Pattern LOCKING =
      Pattern.compile("\\bFOR\\s+UPDATE\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BACKUP =
      Pattern.compile("^\\s*BACKUP\\s+TO\\b", Pattern.CASE_INSENSITIVE);

  private final CommitTurns turns;
  private final CommitCount count;

  CommitsApart(CommitTurns turns, CommitCount count) {
    this.turns = turns;
    this.count = count;
  }

  /** A step of a call. */
  private interface Step {
    Object take() throws Throwable;
  }

  /** What is done with the connection is done through this. */
  Connection of(Connection connection) {
    return Delegation.proxy(new Apart(connection), Connection.class);
  }

  private final class Apart implements InvocationHandler {

    private final Connection connection;

    /** Whether the transaction has changed or locked a row: only then its end is stored. */
    private boolean isOpen;

    Apart(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      Step step = () -> Delegation.call(connection, method, arguments);
      if (isOpen && isEnd(method.getName(), arguments)) {
        return ending(step);
      }
      Object result = step.take();
      return result instanceof Statement statement
          ? of(statement, arguments, (Connection) proxy)
          : result;
    }

    /** @param prepared what it was made with: its text, or nothing */
    private Statement of(Statement statement, Object[] prepared, Connection shown) {
      InvocationHandler handler = (proxy, method, arguments) -> {
        String name = method.getName();
        Step step = () -> Delegation.call(statement, method, arguments);
        if (name.equals("getConnection")) {
          return shown;
        }
        if (name.equals("executeQuery")) {
          if (!connection.getAutoCommit() && (has(LOCKING, prepared) || has(LOCKING, arguments))) {
            open();
          }
          return step.take();
        }
        if (!name.startsWith("execute")) {
          return step.take();
        }
        if (has(BACKUP, arguments)) {
          return backup(step);
        }
        return connection.getAutoCommit() ? byItself(step) : beside(step);
      };
      return statement instanceof PreparedStatement
          ? Delegation.proxy(handler, PreparedStatement.class)
          : Delegation.proxy(handler, Statement.class);
    }

    /** A rollback to a savepoint is none, and neither is it to begin a transaction. */
    private boolean isEnd(String name, Object[] arguments) {
      return STORING.contains(name)
          || name.equals("rollback") && arguments == null
          || name.equals("setAutoCommit") && Boolean.TRUE.equals(arguments[0]);
    }

    private void open() {
      if (!isOpen) {
        isOpen = true;
        turns.opened();
      }
    }

    private Object beside(Step step) throws Throwable {
      open();
      turns.beginStatement();
      try {
        return step.take();
      } finally {
        turns.endStatement();
      }
    }

    /** The statement may wait for a row of somebody who must not wait for it: only what follows is done alone. */
    private Object byItself(Step step) throws Throwable {
      connection.setAutoCommit(false);
      boolean isStored = false;
      try {
        Object result = beside(step);
        ending(() -> {
          connection.commit();
          return null;
        });
        isStored = true;
        return result;
      } finally {
        // What was not committed has failed, and is not to be kept.
        if (!isStored) {
          open();
          ending(() -> {
            connection.rollback();
            return null;
          });
        }
        connection.setAutoCommit(true);
      }
    }

    /** It goes on for as long as the file is copied, and begins with storing what there is: little, after this. */
    private Object backup(Step step) throws Throwable {
      turns.beginCommit();
      try (Statement storing = connection.createStatement()) {
        storing.execute("CHECKPOINT");
      } finally {
        turns.endCommit();
      }
      return step.take();
    }

    private Object ending(Step step) throws Throwable {
      turns.beginCommit();
      count.begin();
      try {
        return step.take();
      } finally {
        count.end();
        turns.endCommit();
        isOpen = false;
        turns.closed();
      }
    }
  }

  private static boolean has(Pattern pattern, Object[] arguments) {
    return arguments != null
        && arguments.length > 0
        && arguments[0] instanceof String sql
        && pattern.matcher(sql).find();
  }
}

package org.voicepact.platform.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps H2 from storing a commit while another transaction changes rows. H2 (2.4.240, {@code
 * MVStore.collectChangedMapRoots}) takes the state of its maps one after the other, those with which changes are undone
 * often before those with the rows. A transaction that began in between is then on disk without what would undo it, and
 * where the process is killed before the next commit, half of it stays. {@code CutFileIT} shows it.
 */
final class CommitsApart {

  private static final Set<String> STORING =
      Set.of("commit", "rollback", "setAutoCommit", "close", "releaseSavepoint");

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Duration patience;

  /**
   * @param patience how long a commit waits for statements that change rows; one that still goes on then waits for a row
   *     itself, and while it waits it changes nothing
   */
  CommitsApart(Duration patience) {
    this.patience = patience;
  }

  /** A step of a call. */
  private interface Step {
    Object take() throws Throwable;
  }

  /** What is done with the connection is done through this. */
  Connection of(Connection connection) {
    InvocationHandler handler = (proxy, method, arguments) -> {
      if (STORING.contains(method.getName())) {
        return alone(() -> call(connection, method, arguments));
      }
      Object result = call(connection, method, arguments);
      return result instanceof Statement statement
          ? of(statement, connection, (Connection) proxy)
          : result;
    };
    return proxy(handler, Connection.class);
  }

  private Statement of(Statement statement, Connection connection, Connection shown) {
    InvocationHandler handler = (proxy, method, arguments) -> {
      String name = method.getName();
      Step step = () -> call(statement, method, arguments);
      if (name.equals("getConnection")) {
        return shown;
      }
      if (!name.startsWith("execute") || name.equals("executeQuery")) {
        return step.take();
      }
      return connection.getAutoCommit() ? byItself(connection, step) : beside(step);
    };
    return statement instanceof PreparedStatement
        ? proxy(handler, PreparedStatement.class)
        : proxy(handler, Statement.class);
  }

  private Object beside(Step step) throws Throwable {
    lock.readLock().lock();
    try {
      return step.take();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The statement may wait for a row of somebody who must not wait for it: only what follows is done alone. */
  private Object byItself(Connection connection, Step step) throws Throwable {
    connection.setAutoCommit(false);
    try {
      Object result = beside(step);
      alone(() -> {
        connection.commit();
        return null;
      });
      return result;
    } finally {
      // What was not committed has failed, and is not to be kept.
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Object alone(Step step) throws Throwable {
    boolean isAlone = isAlone();
    try {
      return step.take();
    } finally {
      if (isAlone) {
        lock.writeLock().unlock();
      }
    }
  }

  private boolean isAlone() throws SQLException {
    try {
      return lock.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted before a commit", e);
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(InvocationHandler handler, Class<T> type) {
    return type.cast(Proxy.newProxyInstance(
        CommitsApart.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

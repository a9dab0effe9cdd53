package org.voicepact.platform.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.api.ErrorCode;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps away from a file of H2 that could not be written. From then on {@code MVStore.registerVersionUsage} of H2 (2.4.240),
 * with which each statement begins and each rollback, can go round for ever: its thread never comes back and takes a
 * processor. So what H2 says is looked at, and where the file has failed nothing is begun any more with the connections from
 * before. They are closed by their sessions, without the statement that closing begins with; what they had not committed is undone when the
 * next connection opens the file anew. {@code DiskFullIT} shows it, in one run of four.
 */
final class FailedFile {

  /** File not to be read or written, or corrupted; database closed or closing. */
  private static final Set<Integer> FAILURES = Set.of(
      ErrorCode.IO_EXCEPTION_1,
      ErrorCode.IO_EXCEPTION_2,
      ErrorCode.FILE_CORRUPTED_1,
      ErrorCode.DATABASE_IS_CLOSED,
      ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

  /** Others, as a row that was locked for too long, are of one statement. */
  private static final Set<Integer> STORE_FAILURES = Set.of(
      DataUtils.ERROR_READING_FAILED,
      DataUtils.ERROR_WRITING_FAILED,
      DataUtils.ERROR_INTERNAL,
      DataUtils.ERROR_CLOSED,
      DataUtils.ERROR_FILE_CORRUPT,
      DataUtils.ERROR_CHUNK_NOT_FOUND);

  private static final Set<String> ENDING =
      Set.of("rollback", "setAutoCommit", "clearWarnings", "setReadOnly");

  private static final String CONNECTION_FAILURE = "08006";

  private final AtomicReference<Opened> current = new AtomicReference<>(new Opened());

  /** Opens a connection to the file. */
  interface Opening {
    Connection open() throws SQLException;
  }

  /** The file from when it was opened until it fails. */
  private static final class Opened {
    private volatile boolean isFailed;
  }

  /**
   * What is done with the connection is done through this.
   *
   * @throws SQLException where it cannot be opened
   */
  Connection of(Opening opening) throws SQLException {
    // Taken before: a connection that comes while the file fails is thrown away, too.
    Opened opened = current.get();
    return Delegation.proxy(new Guard(opening.open(), opened), Connection.class);
  }

  private final class Guard implements InvocationHandler {

    private final Connection connection;
    private final Opened opened;

    Guard(Connection connection, Opened opened) {
      this.connection = connection;
      this.opened = opened;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (opened.isFailed) {
        return ofFailed(method, arguments);
      }
      Object result = call(connection, method, arguments);
      return result instanceof Statement statement ? of(statement, (Connection) proxy) : result;
    }

    private Statement of(Statement statement, Connection shown) {
      InvocationHandler handler = (proxy, method, arguments) -> {
        if (method.getName().equals("getConnection")) {
          return shown;
        }
        if (opened.isFailed && method.getName().startsWith("execute")) {
          throw failed();
        }
        return call(statement, method, arguments);
      };
      return statement instanceof PreparedStatement
          ? Delegation.proxy(handler, PreparedStatement.class)
          : Delegation.proxy(handler, Statement.class);
    }

    private Object ofFailed(Method method, Object[] arguments) throws Throwable {
      String name = method.getName();
      if (name.equals("close") || name.equals("abort")) {
        close();
        return null;
      }
      if (name.equals("isValid")) {
        return false;
      }
      if (name.equals("isClosed")) {
        return true;
      }
      if (ENDING.contains(name)) {
        return null;
      }
      boolean beginsNothing = name.startsWith("get") || method.getDeclaringClass() == Object.class;
      if (beginsNothing) {
        return call(connection, method, arguments);
      }
      throw failed();
    }

    private void close() throws SQLException {
      Session session = connection.unwrap(JdbcConnection.class).getSession();
      try {
        if (session != null) {
          session.close();
        }
      } catch (RuntimeException e) {
        // It says that the file has failed, which is known; the session is closed all the same.
      }
      connection.close();
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
      try {
        return Delegation.call(target, method, arguments);
      } catch (Throwable e) {
        if (isOfFile(e)) {
          opened.isFailed = true;
          current.compareAndSet(opened, new Opened());
        }
        throw e;
      }
    }
  }

  private static SQLException failed() {
    return new SQLNonTransientConnectionException(
        "the file of the database has failed; a new connection opens it anew", CONNECTION_FAILURE);
  }

  private static boolean isOfFile(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && FAILURES.contains(sql.getErrorCode())) {
        return true;
      }
      if (cause instanceof MVStoreException store
          && STORE_FAILURES.contains(store.getErrorCode())) {
        return true;
      }
    }
    return false;
  }
}

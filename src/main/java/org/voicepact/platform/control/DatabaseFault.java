package org.voicepact.platform.control;

import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;

/**
 * Failures that are the database's and pass: the same request may succeed later. All others, as a broken key, are faults
 * of the program.
 */
public enum DatabaseFault {
  /** It cannot be reached, is starting or ending, or its disk is full. */
  AWAY(Duration.ofSeconds(5)),
  /** Too much was wanted of it at once: no connection or no lock in time, a deadlock. What was begun is undone. */
  BUSY(Duration.ofSeconds(1));

  /**
   * Classes of SQLSTATE (SQL:2016 part 2, 24.1; PostgreSQL, appendix A): connection exception, insufficient resources,
   * operator intervention, system error.
   */
  private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57", "58");

  /** No write in a read-only transaction, as on a standby; idle too long in a transaction, which ends the connection. */
  private static final Set<String> AWAY_STATES = Set.of("25006", "25P03");

  /** Transaction rollback: serialization failure, deadlock. */
  private static final String BUSY_CLASS = "40";

  /** A statement that took too long; a lock that was not free; the time-outs of ODBC and H2. */
  private static final Set<String> BUSY_STATES = Set.of("57014", "55P03", "HYT00", "HYT01");

  /** Of H2: in use by another process, file corrupted or not to be read or written, closed, ending. */
  private static final Set<String> H2_AWAY =
      Set.of("90020", "90028", "90030", "90031", "90067", "90098", "90121");

  private static final String TAKEN_KEY = "23505";

  /** H2 gives most failures of its file no code of their own. */
  private static final String H2_FILE = "org.h2.mvstore.MVStoreException";

  private final Duration retryAfter;

  DatabaseFault(Duration retryAfter) {
    this.retryAfter = retryAfter;
  }

  /** When it may be tried again; whole seconds. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** Empty where the failure, with all its causes, is no such fault. */
  public static Optional<DatabaseFault> of(Throwable failure) {
    Optional<DatabaseFault> found = Optional.empty();
    boolean isOfFile = false;
    for (Throwable cause : causes(failure)) {
      Optional<DatabaseFault> fault = alone(cause);
      if (fault.filter(AWAY::equals).isPresent()) {
        return fault;
      }
      found = found.or(() -> fault);
      isOfFile |= cause.getClass().getName().equals(H2_FILE);
    }
    // The same class stands behind a row of H2 that was locked for too long.
    return found.isPresent() || !isOfFile ? found : Optional.of(AWAY);
  }

  /** Whether it is, or comes of, a key that is taken (SQLSTATE 23505). */
  static boolean isTakenKey(Throwable failure) {
    return causes(failure).stream()
        .anyMatch(
            cause -> cause instanceof SQLException sql && TAKEN_KEY.equals(sql.getSQLState()));
  }

  private static Optional<DatabaseFault> alone(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return ofSql(sql);
    }
    boolean isLostCommit = (cause instanceof XAException || cause instanceof SystemException)
        && cause.getCause() == null;
    return isLostCommit ? Optional.of(AWAY) : Optional.empty();
  }

  private static Optional<DatabaseFault> ofSql(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String stateClass = state.length() == 5 ? state.substring(0, 2) : "";
    if (BUSY_STATES.contains(state) || stateClass.equals(BUSY_CLASS)) {
      return Optional.of(BUSY);
    }
    if (AWAY_CLASSES.contains(stateClass)
        || AWAY_STATES.contains(state)
        || H2_AWAY.contains(state)
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || failure.getCause() instanceof IOException) {
      return Optional.of(AWAY);
    }
    // The pool's own refusal is an SQLTransientConnectionException.
    return failure instanceof SQLTransientException || failure instanceof SQLTimeoutException
        ? Optional.of(BUSY)
        : Optional.empty();
  }

  /** The failure and all that it was caused by; SQL failures also come in rows. */
  private static Set<Throwable> causes(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
      if (next instanceof SQLException sql && sql.getNextException() != null) {
        open.add(sql.getNextException());
      }
    }
    return seen;
  }
}

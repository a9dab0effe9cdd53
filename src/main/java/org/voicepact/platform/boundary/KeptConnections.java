package org.voicepact.platform.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps connections open between their uses, in the place of Liberty’s pool, which loses some of them. There (26.0.0.3, {@code
 * PoolManager.release} and {@code FreePool.returnToFreePoolDelegated}) a connection is among the free ones before the mark is taken away that
 * it is being given back. Who takes it and gives it back while the thread before is held up in between gives back nothing, and it stays in
 * use for good: with sixteen readers on two cores eighteen of twenty were gone within a quarter of an hour. So Liberty is told to keep none
 * ({@code agedTimeout="0"}). How many there are at once, who waits, and which transaction each belongs to stays Liberty’s business.
 */
final class KeptConnections {

  /** Liberty asks each connection that it is given for these, and databases answer some of them by a statement. */
  private static final Set<String> SETTINGS =
      Set.of("getTransactionIsolation", "getSchema", "getCatalog", "getHoldability", "isReadOnly");

  private static final Set<String> ENDING = Set.of("commit", "rollback");

  private static final Logger LOG = Logger.getLogger(KeptConnections.class.getName());

  /** One that nobody wanted for so long may have been dropped on the way to the database. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

  private static final String CONNECTION_DOES_NOT_EXIST = "08003";

  private final Deque<Kept> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger owners = new AtomicInteger();
  private final LongSupplier nanos;

  /** Opens a connection. */
  interface Opening {
    Connection open() throws SQLException;
  }

  /**
   * @param settings what is known of {@link #SETTINGS}, by the names of their getters
   * @param nanos when it was given back
   */
  private record Kept(
      Object address, Connection connection, Map<String, Object> settings, long nanos) {

    boolean isTooOld(long now) {
      return now - nanos >= LONGEST_IDLE.toNanos();
    }

    boolean serves(Object wanted, long now) throws SQLException {
      return address.equals(wanted) && !isTooOld(now) && !connection.isClosed();
    }

    /** The database may have ended it, and then it cannot be closed properly, which nobody needs to know. */
    void discard() {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.log(Level.FINE, e, () -> "a connection could not be closed");
      }
    }

    Kept since(long now) {
      return new Kept(address, connection, settings, now);
    }
  }

  /** @param nanos as {@link System#nanoTime} */
  KeptConnections(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * One that is open, or a new one. To close it gives it back, without what was not committed.
   *
   * @param address what it is connected to, and as whom; by {@code equals}
   * @throws SQLException where none can be opened
   */
  Connection of(Object address, Opening opening) throws SQLException {
    Kept kept = idle.pollFirst();
    while (kept != null && !kept.serves(address, nanos.getAsLong())) {
      kept.discard();
      kept = idle.pollFirst();
    }
    Use use = new Use(kept == null ? new Kept(address, opening.open(), new HashMap<>(), 0) : kept);
    return Delegation.proxy(use, Connection.class);
  }

  /** The owner’s, which is not kept. With its last one the server ends, and nothing is to keep a file open any more. */
  Connection ofOwner(Connection connection) {
    owners.incrementAndGet();
    AtomicBoolean isClosed = new AtomicBoolean();
    InvocationHandler handler = (proxy, method, arguments) -> {
      try {
        return Delegation.call(connection, method, arguments);
      } finally {
        if (method.getName().equals("close")
            && isClosed.compareAndSet(false, true)
            && owners.decrementAndGet() == 0) {
          discardIdle();
        }
      }
    };
    return Delegation.proxy(handler, Connection.class);
  }

  private void discardIdle() {
    for (Kept kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      kept.discard();
    }
  }

  /** Those that have been idle for longest are last. */
  private void discardTooOld(long now) {
    for (Kept last = idle.peekLast(); last != null && last.isTooOld(now); last = idle.peekLast()) {
      if (idle.removeLastOccurrence(last)) {
        last.discard();
      }
    }
  }

  /** From when it is taken until it is given back. */
  private final class Use implements InvocationHandler {

    private final Kept kept;
    private final AtomicBoolean isOver = new AtomicBoolean();

    /**
     * Whether a statement may have begun a transaction that nothing has ended. Liberty gives each transaction a connection
     * of its own, so that none goes on with statements that were made before another ended.
     */
    private boolean isOpen;

    Use(Kept kept) {
      this.kept = kept;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return ofObject(proxy, method, arguments);
      }
      return switch (method.getName()) {
        case "close" -> {
          giveBack();
          yield null;
        }
        case "isClosed" -> isOver.get() || kept.connection.isClosed();
        default -> during(method, arguments);
      };
    }

    private Object during(Method method, Object[] arguments) throws Throwable {
      String name = method.getName();
      if (isOver.get()) {
        throw new SQLNonTransientConnectionException(
            "the connection was given back", CONNECTION_DOES_NOT_EXIST);
      }
      if (SETTINGS.contains(name)) {
        return setting(method);
      }
      if (name.startsWith("set") && arguments != null && isAsBefore(name, arguments[0])) {
        return null;
      }
      Object result = Delegation.call(kept.connection, method, arguments);
      // A rollback to a savepoint ends nothing.
      boolean isEnd = arguments == null && ENDING.contains(name);
      isOpen = !isEnd && (isOpen || result instanceof Statement);
      return result;
    }

    /** Forgets the setting where it is about to be another. */
    private boolean isAsBefore(String setter, Object value) {
      String property = setter.substring("set".length());
      if (value != null && value.equals(kept.settings.get("get" + property))) {
        return true;
      }
      kept.settings.remove("get" + property);
      kept.settings.remove("is" + property);
      return false;
    }

    private Object setting(Method getter) throws Throwable {
      Object known = kept.settings.get(getter.getName());
      if (known == null) {
        known = Delegation.call(kept.connection, getter, null);
        kept.settings.put(getter.getName(), known);
      }
      return known;
    }

    private void giveBack() throws SQLException {
      if (!isOver.compareAndSet(false, true)) {
        return;
      }
      boolean isUsable = false;
      try {
        isUsable = reset();
      } finally {
        long now = nanos.getAsLong();
        if (isUsable) {
          idle.addFirst(kept.since(now));
          discardTooOld(now);
        } else {
          // The database has ended it, and probably the others with it.
          kept.discard();
          discardIdle();
        }
      }
    }

    /** Whether it is as if it were new. */
    private boolean reset() throws SQLException {
      Connection connection = kept.connection;
      if (connection.isClosed()) {
        return false;
      }
      if (!connection.getAutoCommit()) {
        if (isOpen) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
      connection.clearWarnings();
      return true;
    }
  }

  private static Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "a use of a connection that is kept";
    };
  }
}

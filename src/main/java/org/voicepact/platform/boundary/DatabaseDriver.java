package org.voicepact.platform.boundary;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.voicepact.platform.entity.CommitCount;
import org.voicepact.platform.entity.DatabaseAddress;

/**
 * The JDBC driver of the server's data sources. It takes {@code voicepact:} and after it whatever {@code DATABASE_URL}
 * may be, and lets H2's or PostgreSQL's own driver connect, with what VoicePact needs of each. The server has it in a
 * library of its own, beside those drivers.
 *
 * <p>Properties of a connection: {@code user} and {@code password}, which go before those of the address where they are
 * not blank; {@code urlFile}, the file that holds the address where it is blank; {@code passwordFile}, which goes before the
 * password, because the owner's is the user's where it is not set, and {@code otherPasswordFile}, which comes after both;
 * {@code h2File}, the file of H2 without {@code .mv.db} where no address is given at all; {@code statementCache}, how many prepared
 * statements each connection remembers; and {@code owner}, {@code true} where the tables are made.
 */
public final class DatabaseDriver implements Driver {

  private static final String PREFIX = "voicepact:";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /**
   * DB_CLOSE_ON_EXIT=FALSE: the server closes its connections by itself, in order. LOCK_TIMEOUT: milliseconds. The
   * others make H2 read what PostgreSQL reads.
   */
  private static final String H2_SETTINGS =
      ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=4000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** Shared by all data sources of the server, so that the pool of the user knows the owner. */
  private static final DurableConnections H2 = new DurableConnections(new org.h2.Driver());

  private static final FailedFile FAILED = new FailedFile();

  private static final KeptConnections KEPT = new KeptConnections(System::nanoTime);

  /** More nanoseconds pass than transactions end, so a driver that is loaded anew goes on above the one before. */
  private static final CommitCount COUNT =
      shown(new CommitCount(System.nanoTime() & Long.MAX_VALUE));

  private static final CommitsApart COMMITS =
      new CommitsApart(new CommitTurns(Duration.ofMillis(10), Duration.ofMillis(50)), COUNT);

  /** The locks of a server whose machine is gone are free again within half a minute. */
  private static final String KEEPALIVE =
      " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

  /**
   * Nothing waits or works longer than a caller does, nor after the caller has gone; a transaction that its server has
   * forgotten (it ends its own after 60 s) is ended.
   */
  private static final String USER_OPTIONS =
      "-c lock_timeout=4s -c statement_timeout=4500 -c idle_in_transaction_session_timeout=65s"
          + KEEPALIVE;

  private static final String WAITING_SECONDS = "3";
  private static final long UNREACHABLE_NANOS = 1_000_000_000;
  private static final String SOCKET_SECONDS = "5";

  private record Unreachable(long since, SQLException reason) {}

  private volatile Unreachable unreachable;

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    return Boolean.parseBoolean(info.getProperty("owner"))
        ? KEPT.ofOwner(open(url, info, true))
        : KEPT.of(List.of(url, info), () -> open(url, info, false));
  }

  /** Where it cannot be shown nobody asks for it, and everything is asked of the database. */
  private static CommitCount shown(CommitCount count) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName(CommitCount.NAME);
      if (server.isRegistered(name)) {
        server.unregisterMBean(name);
      }
      server.registerMBean(new StandardMBean(count, LongSupplier.class), name);
    } catch (JMException e) {
      Logger.getLogger(DatabaseDriver.class.getName())
          .log(Level.WARNING, "the count of commits cannot be shown", e);
    }
    return count;
  }

  private Connection open(String url, Properties info, boolean owner) throws SQLException {
    DatabaseAddress address;
    try {
      String said = orFromFile(url.substring(PREFIX.length()), info.getProperty("urlFile", ""));
      address = DatabaseAddress.parse(
          said.isBlank() ? DatabaseAddress.h2(info.getProperty("h2File")) : said);
    } catch (IllegalArgumentException e) {
      throw new SQLException("DATABASE_URL " + e.getMessage(), "08001");
    }
    Properties properties = credentials(address, info);
    String statements = statementCache(info);
    if (address.kind() == DatabaseAddress.Kind.H2) {
      String file = address.jdbcUrl() + H2_SETTINGS + ";QUERY_CACHE_SIZE=" + statements;
      return COMMITS.of(
          FAILED.of(() -> owner ? H2.ofOwner(file, properties) : H2.ofUser(file, properties)));
    }
    COUNT.share();
    properties.setProperty("preparedStatementCacheQueries", statements);
    addSettings(properties, owner);
    return connectToPostgresql(address.jdbcUrl(), properties);
  }

  /**
   * A server that hangs costs the first one its patience; those who waited in line behind it learn of that at once,
   * because together they would wait too long.
   */
  private Connection connectToPostgresql(String url, Properties properties) throws SQLException {
    Unreachable before = unreachable;
    if (before != null && System.nanoTime() - before.since() < UNREACHABLE_NANOS) {
      throw new SQLException(
          "the database could not be reached a moment ago", "08001", before.reason());
    }
    try {
      return new org.postgresql.Driver().connect(url, properties);
    } catch (SQLException e) {
      unreachable = new Unreachable(System.nanoTime(), e);
      throw e;
    }
  }

  private static String orFromFile(String value, String file) throws SQLException {
    if (!value.isBlank() || file.isBlank()) {
      return value;
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new SQLException("a file with a secret of the database cannot be read", "08001", e);
    }
  }

  private static String statementCache(Properties info) throws SQLException {
    String statements = info.getProperty("statementCache", "0");
    if (!NUMBER.matcher(statements).matches()) {
      throw new SQLException(
          "DATABASE_STATEMENT_CACHE must be a whole number from 0 to 9999", "08001");
    }
    return statements;
  }

  private static Properties credentials(DatabaseAddress address, Properties info)
      throws SQLException {
    String named = info.getProperty("user", "");
    String user = named.isBlank() ? address.user().orElse(DatabaseAddress.DEFAULT_USER) : named;
    // The password of the address is that of the user whom it names.
    String known =
        address.user().filter(user::equals).flatMap(name -> address.password()).orElse("");
    String own = orFromFile("", info.getProperty("passwordFile", ""));
    String given = orFromFile(
        own.isBlank() ? info.getProperty("password", "") : own,
        info.getProperty("otherPasswordFile", ""));
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", given.isBlank() ? known : given);
    return properties;
  }

  /** Those of PostgreSQL's driver; parameters of the address go before them. */
  private static void addSettings(Properties properties, boolean owner) {
    properties.setProperty("ApplicationName", "voicepact");
    properties.setProperty("connectTimeout", WAITING_SECONDS);
    properties.setProperty("loginTimeout", WAITING_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    // EclipseLink sends each null as one of a text; the server is to take the type of the column.
    properties.setProperty("stringtype", "unspecified");
    if (!owner) {
      // The owner's changes of tables take as long as they take.
      properties.setProperty("socketTimeout", SOCKET_SECONDS);
      properties.setProperty("options", USER_OPTIONS);
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  /** False: what a driver must have to say true is the business of the two behind it. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(DatabaseDriver.class.getPackageName());
  }
}

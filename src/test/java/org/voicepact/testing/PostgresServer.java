package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own, from the binaries that are installed: on loopback only, in a temporary folder, ended
 * by its own process id. Commits wait for the log as they do by default, but the log need not reach the disk: the tests
 * end servers, not the machine.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "voicepact";

  /** PostgreSQL refuses to run as root; this is the user that Debian's package makes for it. */
  private static final String UNPRIVILEGED = "postgres";

  private final Path binaries;
  private final Path home;
  private final int port;
  private Process process;

  private PostgresServer(Path binaries, Path home, int port) {
    this.binaries = binaries;
    this.home = home;
    this.port = port;
  }

  /** Where the binaries of the newest PostgreSQL are: Debian's place, else those of the path; empty where none are. */
  public static Optional<Path> binaries() {
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        Optional<Path> newest = versions
            .filter(version -> Files.isExecutable(version.resolve("bin/postgres")))
            .max(Comparator.comparingInt(
                version -> Integer.parseInt(version.getFileName().toString())));
        if (newest.isPresent()) {
          return newest.map(version -> version.resolve("bin"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Stream.of(System.getenv("PATH").split(":"))
        .map(Path::of)
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .findFirst();
  }

  /** Started and ready, with no database of ours yet. */
  public static PostgresServer start(int port) {
    Path binaries = binaries()
        .orElseThrow(() -> new IllegalStateException(
            "the tests on PostgreSQL need its binaries: install the package postgresql"));
    try {
      Path home = Files.createTempDirectory("voicepact-postgresql");
      PostgresServer server = new PostgresServer(binaries, home, port);
      server.create();
      server.launch();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create() throws IOException {
    if (isRoot()) {
      run(List.of("chown", UNPRIVILEGED, home.toString()));
    }
    run(unprivileged(List.of(
        binaries.resolve("initdb").toString(),
        "--pgdata=" + data(),
        "--username=" + USER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync")));
  }

  private Path data() {
    return home.resolve("data");
  }

  /** Starts it, at first or again on the same data; returns when it answers. */
  public void launch() {
    try {
      process = new ProcessBuilder(unprivileged(List.of(
              binaries.resolve("postgres").toString(),
              "-D",
              data().toString(),
              "-p",
              Integer.toString(port),
              "-k",
              "",
              "-c",
              "listen_addresses=127.0.0.1",
              "-c",
              "max_connections=300",
              "-c",
              "fsync=off")))
          .directory(home.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(console()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Process started = process;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(started)));
    VoicePactServer.await("PostgreSQL answers", () -> {
      if (!process.isAlive()) {
        throw new AssertionError("PostgreSQL ended while it started, see " + console());
      }
      return isReachable();
    });
  }

  private java.io.File console() {
    return home.resolve("console.log").toFile();
  }

  private boolean isReachable() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /** A new database, empty; one of this name is removed first. */
  public void createDatabase(String name) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
      statement.execute("CREATE DATABASE \"" + name + "\"");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that is in a database at one moment, as {@code pg_dump} of docs/operating.md writes it. */
  public void dump(String database, Path file) throws IOException {
    run(List.of(
        binaries.resolve("pg_dump").toString(),
        "--format=custom",
        "--file=" + file,
        connection(database)));
  }

  /** Into a database that is empty. */
  public void restore(Path file, String database) throws IOException {
    run(List.of(
        binaries.resolve("pg_restore").toString(),
        "--exit-on-error",
        "--dbname=" + connection(database),
        file.toString()));
  }

  /** As PostgreSQL's own programs take it. */
  private String connection(String database) {
    return "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database;
  }

  /** As its owner; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  /** The same as another user; no password is asked for. */
  public Connection connect(String database, String user) throws SQLException {
    return DriverManager.getConnection(url(database, user));
  }

  /** As {@code DATABASE_URL} takes it. */
  public String url(String database) {
    return url(database, USER);
  }

  private String url(String database, String user) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user;
  }

  /** Ends it at once, without a word to those who are connected; what was committed is there after a new start. */
  public void kill() {
    // Its children see that it is gone and end as well.
    process.destroyForcibly();
    awaitEnd();
  }

  /** Stops it and all its processes, so that it takes connections and does not answer. */
  public void freeze() {
    signal("-STOP");
  }

  public void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    List<String> command = new ArrayList<>(List.of("kill", name, Long.toString(process.pid())));
    process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
    try {
      run(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("PostgreSQL did not end within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGINT: it ends all connections and then itself. */
  private static void interrupt(Process started) {
    if (started.isAlive()) {
      try {
        run(List.of("kill", "-INT", Long.toString(started.pid())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    interrupt(process);
    awaitEnd();
    try {
      Folders.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same process id after it: setpriv becomes the command. */
  private static List<String> unprivileged(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    List<String> changed = new ArrayList<>(List.of(
        "setpriv", "--reuid=" + UNPRIVILEGED, "--regid=" + UNPRIVILEGED, "--clear-groups", "--"));
    changed.addAll(command);
    return changed;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command)
        .directory(new java.io.File("/"))
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.get(0) + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

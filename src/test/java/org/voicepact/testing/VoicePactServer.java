package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A VoicePact server in a process of its own, as it is packaged, with a name, port, folder and environment
 * of its own; on loopback only. It is ended by its own process id.
 */
public final class VoicePactServer implements AutoCloseable {

  /** The environment of tests that make many contracts for the same numbers. */
  public static final Map<String, String> UNLIMITED_SMS =
      Map.of("SMS_UNASKED_LIMIT", "off", "SMS_DAILY_LIMIT", "off");

  /** The environment of tests of the file of H2, on whichever database the others are. */
  public static final Map<String, String> ON_H2 = Map.of("DATABASE_URL", "");

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private static final HttpClient ASKING = HttpClient.newHttpClient();

  /** Tests make and check more contracts in a minute than people do; a test of the limits sets its own. */
  private static final Map<String, String> UNLIMITED =
      Map.of("RATE_LIMIT_CREATE", "off", "RATE_LIMIT_CONFIRM", "off", "RATE_LIMIT_VERIFY", "off");

  private static final WorkArea WORK_AREA = new WorkArea();

  private final Path userDirectory;
  private final Path dataDirectory;
  private final int port;
  private Map<String, String> environment;
  private Process process;

  private VoicePactServer(Path home, int port, Map<String, String> environment) {
    this.userDirectory = home.resolve("usr");
    this.dataDirectory = home.resolve("data");
    this.port = port;
    this.environment = environment;
  }

  /**
   * A new server with an empty database, already ready.
   *
   * @param name of its folder, unique among all tests
   * @param environment variables beyond port and data folder; they go before those of the test's own process
   */
  public static VoicePactServer start(String name, Map<String, String> environment) {
    VoicePactServer server = prepare(name, environment);
    server.launch();
    server.awaitReady();
    return server;
  }

  /** The same, not yet started. */
  public static VoicePactServer prepare(String name, Map<String, String> environment) {
    try {
      Path home = Path.of(required("voicepact.it")).resolve(name);
      Folders.delete(home);
      VoicePactServer server = new VoicePactServer(home, freePort(), Map.copyOf(environment));
      Folders.copy(Path.of(required("voicepact.server")), server.configDirectory());
      WORK_AREA.copyTo(server.workArea());
      if (server.isOnPostgres()) {
        TestDatabases.postgres().createDatabase(server.databaseName());
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void launch() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command());
      Map<String, String> variables = builder.environment();
      variables.put("WLP_USER_DIR", userDirectory.toString());
      variables.put("HTTP_PORT", Integer.toString(port));
      variables.put("DATA_DIR", dataDirectory.toString());
      // That of the test's own process is the container's.
      variables.remove("DATABASE_URL");
      if (isOnPostgres()) {
        variables.put("DATABASE_URL", TestDatabases.postgres().url(databaseName()));
      }
      variables.putAll(UNLIMITED);
      variables.putAll(environment);
      builder.directory(userDirectory.toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(consoleFile().toFile()));
      process = builder.start();
      Process started = process;
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server's own script would call, without the shell in between, so that the process id is the JVM's. */
  private static List<String> command() throws IOException {
    Path wlp = Path.of(required("voicepact.wlp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options(Path.of(required("voicepact.server")).resolve("jvm.options")));
    // It is gone before the optimizing compiler, which takes two thirds of its processor time, is
    // of use.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options(wlp.resolve("lib/platform/java/java9.options")));
    if (Runtime.version().feature() >= 24) {
      command.addAll(options(wlp.resolve("lib/platform/java/java24.options")));
    }
    command.add("-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"));
    command.add("-Djava.awt.headless=true");
    command.add("-jar");
    command.add(wlp.resolve("bin/tools/ws-server.jar").toString());
    command.add("defaultServer");
    return command;
  }

  private static List<String> options(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /** Waits until the server answers that it is ready; fails with its console where it ends before. */
  public void awaitReady() {
    await("the server is ready", () -> {
      if (!process.isAlive()) {
        throw new AssertionError("the server ended while it started:\n" + console());
      }
      return status("/health/ready") == 200 && status("/") == 200;
    });
  }

  private int status(String path) {
    try {
      return ASKING
          .send(
              HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the process at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets the server end in order. */
  public void stop() {
    process.destroy();
    awaitEnd();
    WORK_AREA.keep(workArea());
  }

  /**
   * Ends the server in order and starts it again on the same data.
   *
   * @param changed the environment from now on, instead of the one before
   */
  public void restart(Map<String, String> changed) {
    stop();
    environment = Map.copyOf(changed);
    launch();
    awaitReady();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the server did not end within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the process has ended by itself. */
  public int exitCode() {
    await("the server ends", () -> !process.isAlive());
    return process.exitValue();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private Path workArea() {
    return configDirectory().resolve("workarea");
  }

  /** Where its {@code server.xml} is, and {@code configDropins} may be. */
  public Path configDirectory() {
    return userDirectory.resolve("servers/defaultServer");
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  /** Whether its database is one of the tests' PostgreSQL. */
  public boolean isOnPostgres() {
    return TestDatabases.onPostgres() && !environment.containsKey("DATABASE_URL");
  }

  /** The name of its database on PostgreSQL. */
  public String databaseName() {
    return dataDirectory.getParent().getFileName().toString();
  }

  /**
   * Its database, as the owner whom tests have by default: of H2 only while the server is stopped. The caller closes
   * it.
   */
  public Connection connect() throws SQLException {
    return connect("voicepact", "");
  }

  /** The same as another of its users. */
  public Connection connect(String user, String password) throws SQLException {
    return isOnPostgres()
        ? TestDatabases.postgres().connect(databaseName(), user)
        : DriverManager.getConnection(h2(dataDirectory), user, password);
  }

  /** Where its database is, as the program that verifies takes it. */
  public String databaseUrl() {
    if (isOnPostgres()) {
      return TestDatabases.postgres().url(databaseName());
    }
    String named = environment.getOrDefault("DATABASE_URL", "");
    return named.isEmpty() ? "jdbc:h2:file:" + dataDirectory.resolve("voicepact") : named;
  }

  /** The address of a file of H2 in a data folder. */
  public static String h2(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("voicepact")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE";
  }

  public int port() {
    return port;
  }

  /** Where the server writes its log files. */
  public Path logDirectory() {
    return userDirectory.resolve("servers/defaultServer/logs");
  }

  /** All that the server has printed so far. */
  public String console() {
    try {
      return Files.exists(consoleFile())
          ? new String(Files.readAllBytes(consoleFile()), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts that the log gateway has sent to a number, as it masks it ({@code +2547****5678}), in their order. */
  public List<String> messagesTo(String maskedPhone) {
    String mark = "SMS to " + maskedPhone + ": ";
    return console()
        .lines()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()))
        .toList();
  }

  /** The texts to a number in full that have a part, in their order. */
  public List<String> messagesTo(String phone, String part) {
    return messagesTo(PhoneRange.masked(phone)).stream()
        .filter(text -> text.contains(part))
        .toList();
  }

  /** Waits until a text with this part was sent to a number in full; the newest of those. */
  public String awaitMessage(String phone, String part) {
    await(
        "a message to " + phone + " with: " + part,
        () -> !messagesTo(phone, part).isEmpty());
    List<String> messages = messagesTo(phone, part);
    return messages.get(messages.size() - 1);
  }

  private Path consoleFile() {
    return userDirectory.resolveSibling("console.log");
  }

  /** Waits until something has come true, for a bounded time. */
  public static void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  /** Likewise for what takes its time. */
  public static void await(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      stop();
    }
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "integration tests are run by mvn verify, which sets " + property);
    }
    return value;
  }

  /** A port of loopback that nobody listens on at this moment. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

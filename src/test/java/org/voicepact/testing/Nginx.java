package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The installed nginx with the configuration that VoicePact ships, in a process and a folder of its own. Only
 * what must differ from one machine to the next is replaced; every replacement must find its line.
 */
public final class Nginx implements AutoCloseable {

  private final Path home;
  private final Process process;

  private Nginx(Path home, Process process) {
    this.home = home;
    this.process = process;
  }

  /** The installed program; it stands in a folder that is not in everybody's path. */
  public static Optional<Path> program() {
    return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param lines of {@code liberty/nginx.conf}, and what stands in place of each
   */
  public static Nginx start(Path home, Map<String, String> lines) throws IOException {
    return launch(home, edited(home, "liberty/nginx.conf", lines));
  }

  /**
   * Two servers on this machine behind one address, without TLS, as {@code deploy/nginx.conf} has them.
   *
   * @param ports of the servers
   */
  public static Nginx beforeTwo(Path home, int port, List<Integer> ports) throws IOException {
    return launch(
        home,
        edited(
            home,
            "deploy/nginx.conf",
            Map.of(
                "server voicepact-1:8000 ", "server 127.0.0.1:" + ports.get(0) + " ",
                "server voicepact-2:8000 ", "server 127.0.0.1:" + ports.get(1) + " ",
                "listen 80;", "listen 127.0.0.1:" + port + ";",
                // Webhooks that nobody checks are open to this machine alone, not through a proxy.
                "proxy_set_header   X-Forwarded-For   $proxy_add_x_forwarded_for;", "")));
  }

  private static Nginx launch(Path home, String site) throws IOException {
    Files.createDirectories(home.resolve("logs"));
    Files.writeString(home.resolve("voicepact.conf"), site);
    Files.writeString(home.resolve("nginx.conf"), main(home));
    Process process = new ProcessBuilder(
            program().orElseThrow().toString(),
            "-p",
            home.toString(),
            "-e",
            home.resolve("logs/start.log").toString(),
            "-c",
            home.resolve("nginx.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("logs/console.log").toFile())
        .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new Nginx(home, process);
  }

  private static String edited(Path home, String example, Map<String, String> lines) {
    String site =
        replaced(Readme.projectFile(example), "/var/log/nginx/", home.resolve("logs") + "/");
    for (Map.Entry<String, String> line : lines.entrySet()) {
      site = replaced(site, line.getKey(), line.getValue());
    }
    return site;
  }

  private static String replaced(String text, String line, String replacement) {
    if (!text.contains(line)) {
      throw new AssertionError("the example has no: " + line);
    }
    return text.replace(line, replacement);
  }

  /** What a distribution's nginx.conf is, with a log of every request as there, and all files in one folder. */
  private static String main(Path home) {
    StringBuilder temporary = new StringBuilder();
    for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      temporary.append("  %s_temp_path %s/%s;\n".formatted(kind, home, kind));
    }
    return """
        daemon off;
        worker_processes 1;
        user %s;
        pid %s/nginx.pid;
        error_log %s/logs/error.log;
        events {}
        http {
          access_log %s/logs/access.log;
        %s  include %s/voicepact.conf;
        }
        """.formatted(System.getProperty("user.name"), home, home, home, temporary, home);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Path logDirectory() {
    return home.resolve("logs");
  }

  /** Lets nginx end in order, by its own process id. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All that stands in the files of a folder and its folders. */
  public static String contents(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

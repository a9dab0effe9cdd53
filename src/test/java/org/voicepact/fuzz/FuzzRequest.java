package org.voicepact.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A request as it goes out.
 *
 * @param operation it was made for
 * @param target path and query, already encoded
 * @param odd whether the path was spoilt, so that another resource or none may be meant
 * @param fields of the header, each {@code Name: value}
 * @param body null where there is none
 */
record FuzzRequest(
    Operation operation,
    String method,
    String target,
    boolean odd,
    List<String> fields,
    byte[] body,
    boolean chunked) {

  /** Longer bodies are shown by a curl command as the name of a file. */
  private static final int SHOWN = 2_000;

  /** Whether another method than the operation's was taken. */
  boolean otherMethod() {
    return !method.equals(operation.method());
  }

  byte[] bytes(int port) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    line(bytes, method + " " + target + " HTTP/1.1");
    line(bytes, "Host: localhost:" + port);
    fields.forEach(field -> line(bytes, field));
    if (body != null) {
      line(bytes, chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
    }
    line(bytes, "");
    if (body != null && chunked) {
      if (body.length > 0) {
        line(bytes, Integer.toHexString(body.length));
        bytes.writeBytes(body);
        line(bytes, "");
      }
      line(bytes, "0");
      line(bytes, "");
    } else if (body != null) {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  private static void line(ByteArrayOutputStream bytes, String line) {
    bytes.writeBytes(Octets.of(line));
    bytes.writeBytes(new byte[] {'\r', '\n'});
  }

  /**
   * The request as a command for bash.
   *
   * @param folder where a long body is written
   */
  String curl(int port, Path folder, String name) {
    StringBuilder curl = new StringBuilder("curl -i --path-as-is -X " + method);
    curl.append(' ').append(quoted(Octets.of("http://localhost:" + port + target)));
    // What curl would add by itself.
    curl.append(" -H Accept: -H User-Agent: -H Content-Type:");
    fields.forEach(field -> curl.append(" -H ").append(quoted(Octets.of(field))));
    if (chunked) {
      curl.append(" -H 'Transfer-Encoding: chunked'");
    }
    if (body != null) {
      curl.append(" --data-binary ")
          .append(body.length <= SHOWN ? quoted(body) : "@" + written(folder, name));
    }
    return curl.toString();
  }

  private Path written(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(byte[] bytes) {
    StringBuilder quoted = new StringBuilder("$'");
    for (char each : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (each == '\'' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (each < ' ' || each > '~') {
        quoted.append(String.format("\\x%02x", (int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('\'').toString();
  }
}

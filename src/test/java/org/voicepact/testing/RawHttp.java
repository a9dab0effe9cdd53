package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One request written byte by byte, for what no client would send. */
public final class RawHttp {

  private RawHttp() {}

  /** The whole answer as it came, header and body; empty where the server just closes. */
  public static String send(
      VoicePactServer server, String requestLine, String headers, String body) {
    URI address = server.uri("/");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      return send(socket, requestLine, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Likewise through a connection that is open already, to whatever server it leads. */
  public static String send(Socket socket, String requestLine, String headers, String body)
      throws IOException {
    String request = requestLine
        + "\r\nHost: localhost\r\nConnection: close\r\n"
        + headers
        + (body.isEmpty()
            ? ""
            : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n")
        + "\r\n"
        + body;
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  public static int status(String answer) {
    return Integer.parseInt(answer.split(" ")[1]);
  }
}

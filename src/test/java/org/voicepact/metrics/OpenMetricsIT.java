package org.voicepact.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.VoicePactServer;

/** In development, without a token, they are for programs on the same machine alone. */
@OnSharedServer
class OpenMetricsIT {

  @Test
  void aProgramOnThisMachineGetsThem(Api api) {
    assertThat(api.get("/api/v1/metrics").text())
        .contains(
            "# TYPE voicepact_contracts gauge\n", "\nmemory_usedHeap_bytes ", "\nthreadpool_size{");
  }

  @Test
  void whatCameThroughAProxyOrUnderAnotherNameDoesNot(Api api, VoicePactServer server)
      throws IOException {
    assertThat(api.get("/api/v1/metrics", "X-Forwarded-For", "203.0.113.9").status())
        .isEqualTo(401);
    assertThat(ask(server, "rebound.example", "/api/v1/metrics")).startsWith("HTTP/1.1 401 ");
  }

  @Test
  void libertysOwnResourceIsClosed(VoicePactServer server) throws IOException {
    String answer = ask(server, "localhost", "/metrics");

    assertThat(answer).doesNotStartWith("HTTP/1.1 2").doesNotContain("memory_usedHeap", "mp_scope");
  }

  /** The whole answer to a request with a Host header of choice. */
  private static String ask(VoicePactServer server, String host, String path) throws IOException {
    URI address = server.uri(path);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

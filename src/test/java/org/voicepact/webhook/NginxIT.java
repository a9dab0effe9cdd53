package org.voicepact.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.Nginx;
import org.voicepact.testing.RawHttp;
import org.voicepact.testing.ThrowAwayCertificate;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.webhook.entity.Route;

/** The nginx configuration that VoicePact ships, in front of a VoicePact that trusts it. */
class NginxIT {

  private static final String TOKEN = "7a1c0de57a1c0de57a1c0de57a1c0de5";
  private static final String GATEWAY = "127.0.0.2";
  private static final String STRANGER = "127.0.0.3";
  private static final String SELLER = "+254712009401";
  private static final String BUYER = "+254712009402";

  private static VoicePactServer server;
  private static Nginx nginx;
  private static ThrowAwayCertificate certificate;
  private static int httpPort;
  private static int httpsPort;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Nginx.program().isPresent(), "nginx is not installed, so it is not tried");
    server = VoicePactServer.start(
        "behind-nginx",
        Map.of(
            "TRUSTED_PROXIES", "127.0.0.1,::1",
            "WEBHOOK_TOKEN", TOKEN,
            "WEBHOOK_ALLOWED_ADDRESSES", GATEWAY));
    Path home = Path.of(System.getProperty("voicepact.it"), "nginx-" + UUID.randomUUID());
    certificate = ThrowAwayCertificate.in(home.resolve("certificate"));
    httpPort = VoicePactServer.freePort();
    httpsPort = VoicePactServer.freePort();
    nginx = Nginx.start(home, replacedLines());
    VoicePactServer.await("nginx listens", () -> {
      assertThat(nginx.isAlive()).as(Nginx.contents(nginx.logDirectory())).isTrue();
      return isListening(httpsPort);
    });
  }

  private static Map<String, String> replacedLines() throws Exception {
    Map<String, String> lines = new HashMap<>();
    lines.put("server 127.0.0.1:8000;", "server 127.0.0.1:" + server.port() + ";");
    lines.put("listen 80;", "listen 127.0.0.1:" + httpPort + ";");
    lines.put("listen 443 ssl http2;", "listen 127.0.0.1:" + httpsPort + " ssl http2;");
    lines.put("listen [::]:80;", "");
    lines.put("listen [::]:443 ssl http2;", "");
    lines.put("server_name voicepact.example.org;", "server_name localhost;");
    lines.put("/etc/ssl/certs/voicepact.pem", certificate.certificatePem().toString());
    lines.put("/etc/ssl/private/voicepact.key", certificate.privateKeyPem().toString());
    return lines;
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void httpIsRedirectedToHttps() throws Exception {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), httpPort)) {
      assertThat(RawHttp.send(socket, "GET /api/v1/keys HTTP/1.1", "", ""))
          .startsWith("HTTP/1.1 301")
          .contains("Location: https://localhost/api/v1/keys");
    }
  }

  @Test
  void anAnswerComesThroughWithItsHeaders() throws Exception {
    assertThat(through(GATEWAY, "GET / HTTP/1.1", "X-Request-Id: of-the-caller.7\r\n", ""))
        .startsWith("HTTP/1.1 200")
        .contains("\"name\":\"VoicePact\"")
        .contains("X-Request-Id: of-the-caller.7")
        .contains("X-Content-Type-Options: nosniff");
    VoicePactServer.await(
        "the id is in the log",
        () -> Nginx.contents(nginx.logDirectory()).contains("of-the-caller.7"));
  }

  @Test
  void anIdThatIsNotHarmlessIsReplaced() throws Exception {
    assertThat(through(GATEWAY, "GET / HTTP/1.1", "X-Request-Id: <script>\r\n", ""))
        .containsPattern("X-Request-Id: [0-9a-f]{32}");
  }

  /** As a browser listens. */
  @Test
  void anEventComesThroughAtOnceOverHttp2() throws Exception {
    HttpClient client =
        HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    URI events = URI.create("https://127.0.0.1:" + httpsPort + "/api/v1/events");
    HttpResponse<Stream<String>> answer = client.send(
        HttpRequest.newBuilder(events).header("Accept", "text/event-stream").build(),
        BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    try (Stream<String> lines = answer.body()) {
      String id = Api.documented(server).newContract(SELLER, BUYER);
      CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> lines
          .filter(line -> line.startsWith("data:") && line.contains(id))
          .findFirst()
          .orElseThrow());
      assertThat(told.get(60, TimeUnit.SECONDS)).contains("contract.created");
    }
  }

  @Test
  void theGatewaysCallHasItsEffect() throws Exception {
    Api api = Api.documented(server);
    String id = api.newContract(SELLER, BUYER);

    assertThat(webhook(GATEWAY, "", "YES-" + id)).startsWith("HTTP/1.1 200");

    assertThat(api.get("/api/v1/contracts/" + id + "/status")
            .json()
            .at("/progress/signed")
            .asInt())
        .isEqualTo(1);
  }

  @Test
  void anotherAddressIsRefusedWhateverItClaims() throws Exception {
    assertThat(webhook(STRANGER, "", "HELP")).startsWith("HTTP/1.1 403");
    assertThat(webhook(STRANGER, "X-Forwarded-For: " + GATEWAY + "\r\n", "HELP"))
        .startsWith("HTTP/1.1 403");
    assertThat(webhook(STRANGER, "Forwarded: for=" + GATEWAY + "\r\n", "HELP"))
        .startsWith("HTTP/1.1 403");
    assertThat(webhook(STRANGER, "$WSRA: " + GATEWAY + "\r\n", "HELP")).startsWith("HTTP/1.1 403");
  }

  @Test
  void neitherTokenNorNumberNorHashIsInAnyLog() throws Exception {
    String hash = "5ec4e7".repeat(10) + "5ec4";
    assertThat(through(GATEWAY, "GET /verify/AG-2026-000001/" + hash + " HTTP/1.1", "", ""))
        .startsWith("HTTP/1.1 200");
    String query = "GET /api/v1/contracts?phone_number=%2B" + SELLER.substring(1) + " HTTP/1.1";
    assertThat(through(GATEWAY, query, "", "")).startsWith("HTTP/1.1 200");
    assertThat(webhook(GATEWAY, "", "HELP")).startsWith("HTTP/1.1 200");
    for (Route route : Route.values()) {
      for (String path : route.paths()) {
        assertThat(through(GATEWAY, "POST " + path + "/" + TOKEN + " HTTP/1.1", "", "a=b"))
            .as(path)
            .startsWith("HTTP/1.1 ");
      }
    }
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), httpPort)) {
      RawHttp.send(socket, "GET /api/v1/sms/webhook/" + TOKEN + " HTTP/1.1", "", "");
    }
    server.stop();
    try {
      assertThat(through(GATEWAY, query, "", "")).startsWith("HTTP/1.1 502");
      assertThat(webhook(GATEWAY, "", "HELP")).startsWith("HTTP/1.1 502");
    } finally {
      server.launch();
      server.awaitReady();
    }
    VoicePactServer.await(
        "the request that failed is in the log",
        () -> Nginx.contents(nginx.logDirectory()).contains("\"GET /api/v1/contracts\" 502"));

    String number = SELLER.substring(1);
    assertThat(Nginx.contents(nginx.logDirectory())).doesNotContain(TOKEN, number, hash);
    assertThat(server.console()).contains("VoicePact is ready").doesNotContain(TOKEN, number, hash);
    assertThat(Nginx.contents(server.logDirectory()))
        .contains("VoicePact is ready")
        .doesNotContain(TOKEN, number, hash);
  }

  private static String webhook(String from, String headers, String text) throws Exception {
    return through(
        from,
        "POST /api/v1/sms/webhook/" + TOKEN + " HTTP/1.1",
        "Content-Type: application/x-www-form-urlencoded\r\n" + headers,
        "id=" + UUID.randomUUID() + "&from=" + Api.encoded(SELLER) + "&to=21512&text="
            + Api.encoded(text));
  }

  private static String through(String from, String requestLine, String headers, String body)
      throws Exception {
    try (Socket socket = certificate.connect(httpsPort, from, "TLSv1.3")) {
      return RawHttp.send(socket, requestLine, headers, body);
    }
  }
}

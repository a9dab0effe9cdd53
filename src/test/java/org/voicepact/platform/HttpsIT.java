package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.RawHttp;
import org.voicepact.testing.ThrowAwayCertificate;
import org.voicepact.testing.VoicePactServer;

/** The server speaks HTTPS by itself where it has a keystore, and does not start with one that it cannot use. */
class HttpsIT {

  private static final Path FILES = Path.of(System.getProperty("voicepact.it"), "https-files");

  @Test
  void aKeystoreOpensThePortOfHttps() throws Exception {
    ThrowAwayCertificate certificate = ThrowAwayCertificate.in(FILES.resolve("right"));
    int port = VoicePactServer.freePort();
    Map<String, String> settings = settings(certificate, port, ThrowAwayCertificate.PASSWORD);
    try (VoicePactServer server = VoicePactServer.start("https", settings)) {
      for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
        try (SSLSocket socket = certificate.connect(port, "127.0.0.1", protocol)) {
          assertThat(RawHttp.send(socket, "GET / HTTP/1.1", "", ""))
              .startsWith("HTTP/1.1 200")
              .contains("\"name\":\"VoicePact\"");
        }
      }
      assertThat(server.console())
          .contains("API https://localhost:" + port + "/api/v1,")
          .doesNotContain("[ERROR", "CWPKI", ThrowAwayCertificate.PASSWORD);
    }
  }

  @Test
  void aKeystoreThatThePasswordDoesNotOpenEndsTheProcess() throws Exception {
    ThrowAwayCertificate certificate = ThrowAwayCertificate.in(FILES.resolve("wrong"));
    String wrong = "does-not-open-it";
    VoicePactServer server = VoicePactServer.prepare(
        "https-wrong", settings(certificate, VoicePactServer.freePort(), wrong));
    server.launch();
    assertThat(server.exitCode()).isEqualTo(78);
    assertThat(server.console())
        .contains("  TLS_KEYSTORE_PASSWORD must open the file that TLS_KEYSTORE names")
        .doesNotContain(wrong);
  }

  private static Map<String, String> settings(
      ThrowAwayCertificate certificate, int port, String password) {
    return Map.of(
        "HTTPS_PORT",
        Integer.toString(port),
        "TLS_KEYSTORE",
        certificate.pkcs12().toString(),
        "TLS_KEYSTORE_PASSWORD",
        password);
  }
}

package org.voicepact.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for localhost that nobody else trusts, in files, and connections that trust it alone. */
public final class ThrowAwayCertificate {

  public static final String PASSWORD = "opens-the-keystore-of-a-test";

  private static final String ALIAS = "localhost";

  private final Path directory;
  private final KeyStore keystore;

  private ThrowAwayCertificate(Path directory, KeyStore keystore) {
    this.directory = directory;
    this.keystore = keystore;
  }

  /** Made by the JDK's keytool in an empty directory. */
  public static ThrowAwayCertificate in(Path directory) throws Exception {
    Path file = directory.resolve("localhost.p12");
    Files.createDirectories(directory);
    Files.deleteIfExists(file);
    Process keytool =
        new ProcessBuilder(keytool(file)).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError("keytool: " + output);
    }
    KeyStore keystore = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      keystore.load(content, PASSWORD.toCharArray());
    }
    return new ThrowAwayCertificate(directory, keystore);
  }

  private static List<String> keytool(Path file) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
  }

  /** The PKCS#12 file, which {@link #PASSWORD} opens. */
  public Path pkcs12() {
    return directory.resolve("localhost.p12");
  }

  public Path certificatePem() throws IOException, GeneralSecurityException {
    return pem("CERTIFICATE", keystore.getCertificate(ALIAS).getEncoded());
  }

  public Path privateKeyPem() throws IOException, GeneralSecurityException {
    return pem("PRIVATE KEY", keystore.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
  }

  private Path pem(String type, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        directory.resolve(type.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".pem"),
        "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
  }

  /**
   * A connection to a port of loopback, after its handshake; it fails where the other side has another certificate.
   *
   * @param from the address of loopback that it comes from
   */
  public SSLSocket connect(int port, String from, String protocol)
      throws IOException, GeneralSecurityException {
    SSLSocket socket = (SSLSocket) trusting()
        .getSocketFactory()
        .createSocket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    socket.setEnabledProtocols(new String[] {protocol});
    socket.startHandshake();
    return socket;
  }

  /** For clients that trust this certificate and no other. */
  public SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, keystore.getCertificate(ALIAS));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}

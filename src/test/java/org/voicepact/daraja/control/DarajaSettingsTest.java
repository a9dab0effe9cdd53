package org.voicepact.daraja.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.platform.control.Environment;

class DarajaSettingsTest {

  @TempDir
  private Path directory;

  @Test
  void allThatIsMissingIsNamed() {
    CollectionSettings collection = new CollectionSettings(Optional.empty(), Optional.empty());

    assertThat(new DarajaSettings(
                "nowhere",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Environment("testing"))
            .faults())
        .hasSize(4)
        .contains("WEBHOOK_BASE_URL must be set when PAYMENT_PROVIDER is daraja")
        .anyMatch(fault -> fault.startsWith("DARAJA_BASE_URL must be"))
        .contains("DARAJA_CONSUMER_KEY must be set when PAYMENT_PROVIDER is daraja")
        .contains("DARAJA_CONSUMER_SECRET must be set when PAYMENT_PROVIDER is daraja");
    assertThat(collection.faults())
        .containsExactly(
            "DARAJA_SHORTCODE must be set when PAYMENT_PROVIDER is daraja",
            "DARAJA_PASSKEY must be set when PAYMENT_PROVIDER is daraja");
    assertThat(new PayoutSettings(
                Optional.of("six"), Optional.empty(), credential(null, null, null), collection)
            .faults())
        .hasSize(3)
        .contains("DARAJA_B2C_SHORTCODE must be a number of 5 to 7 digits")
        .contains("DARAJA_INITIATOR must be set when PAYMENT_PROVIDER is daraja");
  }

  @Test
  void inProductionSecretsLeaveEncryptedAlone() {
    assertThat(new DarajaSettings(
                "http://proxy.example.org/",
                Optional.of("a key"),
                Optional.of("a secret"),
                Optional.of("https://pact.example.org"),
                new Environment("production"))
            .faults())
        .singleElement()
        .asString()
        .startsWith("DARAJA_BASE_URL")
        .doesNotContain("proxy");
  }

  @Test
  void theSandboxIsForTryingAlone() {
    for (String environment : List.of("testing", "production")) {
      DarajaSettings settings = new DarajaSettings(
          "https://sandbox.safaricom.co.ke/",
          Optional.of("a key"),
          Optional.of("a secret"),
          Optional.of("https://pact.example.org"),
          new Environment(environment));

      assertThat(settings.faults()).hasSize(environment.equals("production") ? 1 : 0);
      assertThat(settings.isSandbox()).isTrue();
    }
  }

  @Test
  void peopleArePaidFromTheAccountThatIsPaidToUnlessThereIsAnother() {
    CollectionSettings collection =
        new CollectionSettings(Optional.of("174379"), Optional.of("a passkey"));
    InitiatorCredential ready = credential("ready", null, null);

    assertThat(
            new PayoutSettings(Optional.empty(), Optional.of("x"), ready, collection).shortcode())
        .isEqualTo("174379");
    assertThat(new PayoutSettings(Optional.of("600992"), Optional.of("x"), ready, collection)
            .shortcode())
        .isEqualTo("600992");
    assertThat(collection.faults()).isEmpty();
  }

  @Test
  void aCredentialOfThePortalIsSentAsItIs() {
    InitiatorCredential ready = credential("as the portal made it", null, null);

    assertThat(ready.faults()).isEmpty();
    assertThat(ready.value()).isEqualTo("as the portal made it");
    assertThat(credential("ready", "Safaricom999!*!", null).faults()).hasSize(1);
  }

  @Test
  void aPasswordIsEncryptedForTheCertificate() throws Exception {
    KeyStore keys = keys("RSA");
    Path certificate = Files.write(
        directory.resolve("provider.cer"), keys.getCertificate("provider").getEncoded());

    InitiatorCredential credential = credential(null, "Safaricom999!*!", certificate.toString());

    assertThat(credential.faults()).isEmpty();
    String first = credential.value();
    assertThat(decrypted(first, keys)).isEqualTo("Safaricom999!*!");
    assertThat(credential.value()).isNotEqualTo(first);
  }

  @Test
  void aFileThatIsNoneOfAnRsaCertificateIsRefused() throws Exception {
    Path certificate = Files.write(
        directory.resolve("other.cer"), keys("EC").getCertificate("provider").getEncoded());
    Path text = Files.writeString(directory.resolve("text.cer"), "no certificate");

    for (Path file : new Path[] {certificate, text, directory.resolve("missing.cer")}) {
      assertThat(credential(null, "x", file.toString()).faults())
          .containsExactly(
              "DARAJA_CERTIFICATE must name a file with a certificate (X.509) of an RSA key");
    }
    assertThat(credential(null, "x", null).faults()).hasSize(1);
  }

  private static InitiatorCredential credential(String ready, String password, String file) {
    return new InitiatorCredential(
        Optional.ofNullable(ready),
        Optional.ofNullable(password),
        Optional.ofNullable(file),
        new SecureRandom());
  }

  private static String decrypted(String credential, KeyStore keys) throws Exception {
    Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(
        Cipher.DECRYPT_MODE, (PrivateKey) keys.getKey("provider", "password".toCharArray()));
    return new String(cipher.doFinal(Base64.getDecoder().decode(credential)));
  }

  /** A key with a certificate, made by the JDK's keytool. */
  private KeyStore keys(String algorithm) throws Exception {
    Path file = directory.resolve(algorithm + ".p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "provider",
            "-keyalg",
            algorithm,
            "-dname",
            "CN=provider",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            "password")
        .redirectErrorStream(true)
        .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(output).isZero();
    return KeyStore.getInstance(file.toFile(), "password".toCharArray());
  }
}

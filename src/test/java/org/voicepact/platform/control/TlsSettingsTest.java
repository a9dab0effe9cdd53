package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.ThrowAwayCertificate;

class TlsSettingsTest {

  private static final String PASSWORD = ThrowAwayCertificate.PASSWORD;

  @TempDir
  private Path directory;

  @Test
  void nothingIsSetByDefault() {
    assertThat(settings("-1", null, null).port()).isEmpty();
  }

  @Test
  void allThreeTogetherAreTaken() throws Exception {
    String file = ThrowAwayCertificate.in(directory).pkcs12().toString();
    assertThat(settings("8443", file, PASSWORD).port()).hasValue(8443);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, /k.p12, secret, HTTPS_PORT",
    "8443, , secret, TLS_KEYSTORE",
    "8443, /k.p12, , TLS_KEYSTORE_PASSWORD"
  })
  void oneThatIsMissingIsNamed(String port, String file, String password, String missing) {
    assertRefused(() -> settings(port, file, password), missing + " must be set");
  }

  @Test
  void allThatAreMissingAreNamed() {
    assertThatThrownBy(() -> settings("-1", "/k.p12", null))
        .hasMessageContaining("HTTPS_PORT must be set")
        .hasMessageContaining("TLS_KEYSTORE_PASSWORD must be set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https", "0", "-2", "65536"})
  void aPortThatIsNoneIsRefused(String port) {
    assertRefused(() -> settings(port, null, null), "HTTPS_PORT must be");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    String file = directory.resolve("none.p12").toString();
    assertRefused(() -> settings("8443", file, PASSWORD), "TLS_KEYSTORE must name a PKCS#12 file");
    assertRefused(() -> settings("8443", "\0", PASSWORD), "TLS_KEYSTORE must name a PKCS#12 file");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("text.p12"), "this is no keystore");
    assertRefused(
        () -> settings("8443", file.toString(), PASSWORD), "TLS_KEYSTORE must name a PKCS#12 file");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws Exception {
    Path file = directory.resolve("empty.p12");
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      empty.store(out, PASSWORD.toCharArray());
    }
    assertRefused(
        () -> settings("8443", file.toString(), PASSWORD), "TLS_KEYSTORE must hold a private key");
  }

  @Test
  void aPasswordThatDoesNotOpenTheFileIsRefused() throws Exception {
    String file = ThrowAwayCertificate.in(directory).pkcs12().toString();
    assertRefused(() -> settings("8443", file, "another"), "TLS_KEYSTORE_PASSWORD must open");
  }

  private static void assertRefused(ThrowingCallable made, String message) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(message);
  }

  private static TlsSettings settings(String port, String file, String password) {
    return new TlsSettings(port, Optional.ofNullable(file), Optional.ofNullable(password));
  }
}

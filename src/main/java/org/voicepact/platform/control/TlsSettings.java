package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HTTPS by the server itself. The server reads these settings by itself, before the application; where they
 * are wrong it would only log that and go on without HTTPS, so they are read once more here.
 */
@Singleton
public class TlsSettings implements Configured {

  private static final String PORT = "HTTPS_PORT";
  private static final String KEYSTORE = "TLS_KEYSTORE";
  private static final String PASSWORD = "TLS_KEYSTORE_PASSWORD";

  private static final int NO_PORT = -1;
  private static final int HIGHEST_PORT = 65_535;

  private final int port;

  /**
   * @throws IllegalStateException where only some of the three are set, or the keystore cannot be used
   */
  @Inject
  public TlsSettings(
      @ConfigProperty(name = PORT) String port,
      @ConfigProperty(name = KEYSTORE) Optional<String> keystore,
      @ConfigProperty(name = PASSWORD) Optional<String> password) {
    this.port = portNumber(port);
    boolean isUsed = this.port != NO_PORT || keystore.isPresent() || password.isPresent();
    if (isUsed) {
      SettingFaults faults = new SettingFaults();
      faults.run(() -> mustBeSet(PORT, this.port != NO_PORT));
      faults.run(() -> mustBeSet(KEYSTORE, keystore.isPresent()));
      faults.run(() -> mustBeSet(PASSWORD, password.isPresent()));
      faults.check();
      checkKeystore(keystore.orElseThrow(), password.orElseThrow());
    }
  }

  private static int portNumber(String text) {
    int number = WholeNumberSetting.read(PORT, text, NO_PORT);
    if (number == 0 || number > HIGHEST_PORT) {
      throw new IllegalStateException(PORT + " must be a port, or -1 for none");
    }
    return number;
  }

  private static void mustBeSet(String name, boolean isSet) {
    if (!isSet) {
      throw new IllegalStateException(name + " must be set, as " + PORT + ", " + KEYSTORE + " and "
          + PASSWORD + " go together");
    }
  }

  private static void checkKeystore(String file, String password) {
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      KeyStore keystore = KeyStore.getInstance("PKCS12");
      keystore.load(content, password.toCharArray());
      if (Collections.list(keystore.aliases()).stream()
          .noneMatch(alias -> isKey(keystore, alias))) {
        throw new IllegalStateException(KEYSTORE + " must hold a private key and its certificate");
      }
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? new IllegalStateException(
              PASSWORD + " must open the file that " + KEYSTORE + " names", e)
          : unusable(e);
    } catch (GeneralSecurityException | InvalidPathException e) {
      throw unusable(e);
    }
  }

  private static boolean isKey(KeyStore keystore, String alias) {
    try {
      return keystore.isKeyEntry(alias);
    } catch (KeyStoreException e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(Exception cause) {
    return new IllegalStateException(
        KEYSTORE + " must name a PKCS#12 file that the server can read", cause);
  }

  /** The port of HTTPS; empty where the server itself has none. */
  public OptionalInt port() {
    return port == NO_PORT ? OptionalInt.empty() : OptionalInt.of(port);
  }
}

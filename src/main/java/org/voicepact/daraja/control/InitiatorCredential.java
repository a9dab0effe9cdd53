package org.voicepact.daraja.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What proves that a payment is ordered by the initiator: the password, encrypted for the provider. The provider's
 * portal makes it, so that this server need not know the password; where it does, it encrypts for the certificate.
 */
@Singleton
public class InitiatorCredential {

  /** The provider takes no other padding. */
  private static final String ENCRYPTION = "RSA/ECB/PKCS1Padding";

  private final Optional<String> ready;
  private final Optional<String> password;
  private final Optional<String> certificate;
  private final Optional<PublicKey> key;
  private final SecureRandom random;

  /**
   * @param ready as the provider's portal made it
   * @param certificate a file with the provider's certificate, PEM or DER
   */
  @Inject
  public InitiatorCredential(
      @ConfigProperty(name = "DARAJA_SECURITY_CREDENTIAL") Optional<String> ready,
      @ConfigProperty(name = "DARAJA_INITIATOR_PASSWORD") Optional<String> password,
      @ConfigProperty(name = "DARAJA_CERTIFICATE") Optional<String> certificate,
      SecureRandom random) {
    this.ready = ready;
    this.password = password;
    this.certificate = certificate;
    this.key = certificate.flatMap(InitiatorCredential::publicKey);
    this.random = random;
  }

  List<String> faults() {
    if (ready.isPresent()) {
      return password.isPresent() || certificate.isPresent()
          ? List.of("DARAJA_SECURITY_CREDENTIAL must not be set beside DARAJA_INITIATOR_PASSWORD"
              + " and DARAJA_CERTIFICATE")
          : List.of();
    }
    if (password.isEmpty() || certificate.isEmpty()) {
      return List.of("DARAJA_SECURITY_CREDENTIAL, or DARAJA_INITIATOR_PASSWORD and"
          + " DARAJA_CERTIFICATE, must be set when PAYMENT_PROVIDER is daraja");
    }
    return key.isPresent()
        ? List.of()
        : List.of("DARAJA_CERTIFICATE must name a file with a certificate (X.509) of an RSA key");
  }

  String value() {
    return ready.orElseGet(this::encrypted);
  }

  private String encrypted() {
    try {
      Cipher cipher = Cipher.getInstance(ENCRYPTION);
      cipher.init(Cipher.ENCRYPT_MODE, key.orElseThrow(), random);
      byte[] encrypted = cipher.doFinal(password.orElseThrow().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(encrypted);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("DARAJA_INITIATOR_PASSWORD cannot be encrypted", e);
    }
  }

  private static Optional<PublicKey> publicKey(String file) {
    try (InputStream content = Files.newInputStream(Path.of(file.strip()))) {
      PublicKey key =
          CertificateFactory.getInstance("X.509").generateCertificate(content).getPublicKey();
      return Optional.of(key).filter(RSAPublicKey.class::isInstance);
    } catch (IOException | InvalidPathException | CertificateException e) {
      return Optional.empty();
    }
  }
}

package org.voicepact.evidence.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Hkdf;

/**
 * Reads settings that hold a signing key: a PKCS#8 PEM (RFC 7468), 64 hex digits (the seed of RFC 8032), or
 * any other secret, from which the seed is derived by HKDF-SHA256. RSA keys come as PEM only.
 *
 * <p>No message of an error holds any part of the key.
 */
final class SigningKeyReader {

  private static final String STATEMENT_LABEL = "voicepact/signature/ed25519/1";
  private static final Map<KeyPurpose, String> HEAD_LABELS = Map.of(
      KeyPurpose.CONTRACT_HEAD,
      "voicepact/contract-head/ed25519/1",
      KeyPurpose.CHECKPOINT,
      "voicepact/checkpoint/ed25519/1");
  private static final Pattern SEED = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----", Pattern.DOTALL);

  private SigningKeyReader() {}

  /**
   * The key of the setting itself, for statements.
   *
   * @param name of the setting, for the message
   * @throws IllegalStateException where the setting is no key for the algorithm
   */
  static SigningKey read(String name, String setting, SignatureAlgorithm algorithm) {
    return named(name, () -> read(setting, algorithm));
  }

  /**
   * The keys for heads, which are derived from the setting's secret, be it a text or an Ed25519 key.
   *
   * @throws IllegalStateException where there is no such secret
   */
  static Map<KeyPurpose, SigningKey> heads(String name, String setting) {
    byte[] secret = named(name, () -> secret(setting));
    return Map.of(
        KeyPurpose.CONTRACT_HEAD, derived(secret, HEAD_LABELS.get(KeyPurpose.CONTRACT_HEAD)),
        KeyPurpose.CHECKPOINT, derived(secret, HEAD_LABELS.get(KeyPurpose.CHECKPOINT)));
  }

  /** Whether the setting is the PEM of an RSA key. */
  static boolean isRsa(String setting) {
    try {
      return read(setting, SignatureAlgorithm.RSA) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static <T> T named(String name, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  /** The same without the name of the setting in the message. */
  static SigningKey read(String setting, SignatureAlgorithm algorithm) {
    String text = text(setting);
    Optional<byte[]> der = der(text);
    if (der.isPresent()) {
      return switch (algorithm) {
        case ED25519 -> new Ed25519SigningKey(ed25519(der.get()));
        case RSA -> new RsaPssSigningKey(rsa(der.get()));
      };
    }
    if (algorithm == SignatureAlgorithm.RSA) {
      throw new IllegalArgumentException("an RSA key must be a PKCS#8 PEM");
    }
    return SEED.matcher(text).matches()
        ? Ed25519SigningKey.ofSeed(HexFormat.of().parseHex(text))
        : derived(text.getBytes(StandardCharsets.UTF_8), STATEMENT_LABEL);
  }

  private static byte[] secret(String setting) {
    String text = text(setting);
    return der(text)
        .map(der -> ed25519(der).getEncoded())
        .orElseGet(() -> SEED.matcher(text).matches()
            ? HexFormat.of().parseHex(text)
            : text.getBytes(StandardCharsets.UTF_8));
  }

  private static SigningKey derived(byte[] secret, String label) {
    return Ed25519SigningKey.ofSeed(Hkdf.derive(secret, label, Ed25519SigningKey.SEED_LENGTH));
  }

  /** Environment files often cannot hold line ends. */
  private static String text(String setting) {
    return setting.replace("\\n", "\n").strip();
  }

  /** What is in the PEM; empty where the text is none. */
  private static Optional<byte[]> der(String text) {
    Matcher pem = PEM.matcher(text);
    if (pem.matches()) {
      return Optional.of(decode(pem.group(1)));
    }
    if (text.contains("-----BEGIN")) {
      throw new IllegalArgumentException(
          "a PEM must be one PKCS#8 PRIVATE KEY without a password and nothing else");
    }
    return Optional.empty();
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the PEM is damaged", e);
    }
  }

  private static Ed25519PrivateKeyParameters ed25519(byte[] der) {
    try {
      return (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(der);
    } catch (IOException | RuntimeException e) {
      // The library throws a plain RuntimeException for algorithms that it does not know.
      throw wrongAlgorithm(SignatureAlgorithm.ED25519, e);
    }
  }

  private static RSAPrivateCrtKey rsa(byte[] der) {
    try {
      return (RSAPrivateCrtKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | ClassCastException e) {
      throw wrongAlgorithm(SignatureAlgorithm.RSA, e);
    }
  }

  private static IllegalArgumentException wrongAlgorithm(
      SignatureAlgorithm algorithm, Exception cause) {
    return new IllegalArgumentException("the PEM holds no " + algorithm.wire() + " key", cause);
  }
}

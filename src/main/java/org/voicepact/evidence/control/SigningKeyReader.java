package org.voicepact.evidence.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Hkdf;

/**
 * Reads {@code SIGNATURE_PRIVATE_KEY}: a PKCS#8 PEM (RFC 7468), 64 hex digits (the seed of RFC 8032), or
 * any other secret, from which the seed is derived by HKDF-SHA256. RSA keys come as PEM only.
 *
 * <p>No message of an error holds any part of the key.
 */
final class SigningKeyReader {

  private static final String DERIVATION = "voicepact/signature/ed25519/1";
  private static final Pattern SEED = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----", Pattern.DOTALL);

  private SigningKeyReader() {}

  /**
   * @throws IllegalArgumentException where the setting is no key for the algorithm
   */
  static SigningKey read(String setting, SignatureAlgorithm algorithm) {
    // Environment files often cannot hold line ends.
    String text = setting.replace("\\n", "\n").strip();
    Matcher pem = PEM.matcher(text);
    if (pem.matches()) {
      return ofPkcs8(decode(pem.group(1)), algorithm);
    }
    if (text.contains("-----BEGIN")) {
      throw new IllegalArgumentException(
          "a PEM must be one PKCS#8 PRIVATE KEY without a password and nothing else");
    }
    if (algorithm == SignatureAlgorithm.RSA) {
      throw new IllegalArgumentException("an RSA key must be a PKCS#8 PEM");
    }
    return Ed25519SigningKey.ofSeed(
        SEED.matcher(text).matches()
            ? HexFormat.of().parseHex(text)
            : Hkdf.derive(
                text.getBytes(StandardCharsets.UTF_8), DERIVATION, Ed25519SigningKey.SEED_LENGTH));
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the PEM is damaged", e);
    }
  }

  private static SigningKey ofPkcs8(byte[] der, SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case ED25519 -> new Ed25519SigningKey(ed25519(der));
      case RSA -> new RsaPssSigningKey(rsa(der));
    };
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
    return new IllegalArgumentException(
        "the PEM holds no key for CONTRACT_SIGNATURE_ALGORITHM=" + algorithm.wire(), cause);
  }
}

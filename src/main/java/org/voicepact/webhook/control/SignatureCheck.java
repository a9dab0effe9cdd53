package org.voicepact.webhook.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.voicepact.platform.control.HmacSha256;

/**
 * Checks the HMAC-SHA256 of a body in the two forms in which senders put it into headers. Several secrets
 * may be valid at once, while they are rotated. Digests are compared in constant time.
 */
public final class SignatureCheck {

  /** How far the time in a Standard Webhooks header may be from now, either way. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "sha256=";
  private static final String STANDARD_SECRET_PREFIX = "whsec_";
  private static final String STANDARD_VERSION = "v1,";
  private static final int DIGEST_LENGTH = 32;

  private final List<byte[]> secrets;
  private final List<byte[]> standardSecrets;

  public SignatureCheck(List<String> secrets) {
    this.secrets =
        secrets.stream().map(secret -> secret.getBytes(StandardCharsets.UTF_8)).toList();
    this.standardSecrets = secrets.stream().map(SignatureCheck::standardSecret).toList();
  }

  /**
   * {@code X-Signature}: the digest in hex, with or without {@code sha256=} in front, as GitHub has it in
   * {@code X-Hub-Signature-256}.
   */
  public boolean isHexSignature(String header, byte[] body) {
    String hex = header.strip().toLowerCase(Locale.ROOT);
    byte[] claimed = parseHex(hex.startsWith(PREFIX) ? hex.substring(PREFIX.length()) : hex);
    return claimed.length == DIGEST_LENGTH && anyMatches(secrets, body, claimed);
  }

  /**
   * The Standard Webhooks form (standardwebhooks.com): the digest of {@code id.timestamp.body} in Base64, each
   * signature with its version in front, separated by blanks.
   *
   * @param timestamp in seconds since 1970, as sent
   */
  public boolean isStandardSignature(
      String id, String timestamp, String signatures, byte[] body, Instant now) {
    if (!isRecent(timestamp, now)) {
      return false;
    }
    byte[] signed = concat((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
    return Arrays.stream(signatures.split(" "))
        .filter(signature -> signature.startsWith(STANDARD_VERSION))
        .map(signature -> parseBase64(signature.substring(STANDARD_VERSION.length())))
        .anyMatch(claimed ->
            claimed.length == DIGEST_LENGTH && anyMatches(standardSecrets, signed, claimed));
  }

  private static boolean isRecent(String timestamp, Instant now) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
      return false;
    }
  }

  private static boolean anyMatches(List<byte[]> keys, byte[] message, byte[] claimed) {
    boolean matches = false;
    for (byte[] key : keys) {
      matches |= MessageDigest.isEqual(HmacSha256.of(key, message), claimed);
    }
    return matches;
  }

  /** A secret in the standard's own spelling is Base64; any other is taken as it is. */
  private static byte[] standardSecret(String secret) {
    if (secret.startsWith(STANDARD_SECRET_PREFIX)) {
      byte[] decoded = parseBase64(secret.substring(STANDARD_SECRET_PREFIX.length()));
      if (decoded.length > 0) {
        return decoded;
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] parseHex(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] parseBase64(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}

package org.voicepact.access.control;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.platform.control.Sha256;

/**
 * A fresh API key, {@code vp_<id>_<256 random bits in Base64url>}.
 *
 * @param id the part by which people recognise it; it opens nothing
 * @param text the whole key, shown once
 */
record NewKey(String id, String text) {

  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int ID_LENGTH = 10;
  private static final int SECRET_BYTES = 32;

  static NewKey make(SecureRandom random) {
    StringBuilder id = new StringBuilder();
    random.ints(ID_LENGTH, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new NewKey(
        id.toString(),
        ApiKey.PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** SHA-256 in lower-case hex: enough, because nobody guesses 256 random bits. */
  String hash() {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the key, so that none gets into a log by accident. */
  @Override
  public String toString() {
    return ApiKey.PREFIX + id;
  }
}

package org.voicepact.platform.control;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF-SHA256 (RFC 5869) without a salt: keys for single purposes from one secret. */
public final class Hkdf {

  private Hkdf() {}

  /**
   * @param label what the key is for; two labels give two keys that say nothing about each other
   * @param length in bytes
   */
  public static byte[] derive(byte[] secret, String label, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret, null, label.getBytes(StandardCharsets.US_ASCII)));
    byte[] key = new byte[length];
    generator.generateBytes(key, 0, length);
    return key;
  }
}

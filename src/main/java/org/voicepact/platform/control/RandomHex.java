package org.voicepact.platform.control;

import java.security.SecureRandom;
import java.util.HexFormat;

/** New secrets: 32 random bytes in hex. */
public final class RandomHex {

  private static final int BYTES = 32;

  private RandomHex() {}

  public static String secret(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Stand-ins for what must not be stored: the same for the same value on all servers of an installation, and
 * saying nothing of the value to whoever does not have {@code SECRET_KEY}.
 */
@Singleton
public class Pseudonyms {

  /** Of the 32 that HMAC-SHA256 has; RFC 2104 (5) allows half of them. */
  private static final int BYTES = 16;

  private final InstallationSecret secret;

  @Inject
  public Pseudonyms(InstallationSecret secret) {
    this.secret = secret;
  }

  /**
   * @param purpose keeps the pseudonyms of one use from being compared with those of another
   * @return 32 lower-case hex digits
   */
  public String of(String purpose, String value) {
    byte[] hmac = HmacSha256.of(
        secret.keyFor("pseudonym/" + purpose), value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hmac, BYTES));
  }
}

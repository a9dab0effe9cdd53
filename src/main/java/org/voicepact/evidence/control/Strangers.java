package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.entity.PhoneNumber;

/** Names for those who have not shown who they are, which only this installation can make and nobody can turn back. */
@Singleton
public class Strangers {

  private static final int HEX_DIGITS = 32;

  private final byte[] key;

  @Inject
  public Strangers(InstallationSecret secret) {
    this.key = secret.keyFor("stranger/1");
  }

  /** Who called with a number that is not known to be the caller's. */
  public Actor withNumber(PhoneNumber number) {
    byte[] mac = HmacSha256.of(key, number.e164().getBytes(StandardCharsets.US_ASCII));
    return Actor.stranger(HexFormat.of().formatHex(mac).substring(0, HEX_DIGITS));
  }
}

package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.voicepact.platform.entity.UnreadableInput;

/**
 * Opaque cursors for keyset paging: a place in a list, with a MAC over it and the list's filters, so
 * that only a cursor of ours, and only for the same list, is followed.
 */
@Singleton
public class Cursors {

  private static final int MAC_LENGTH = 16;

  private final byte[] key;

  @Inject
  public Cursors(InstallationSecret secret) {
    this.key = secret.keyFor("cursor/1");
  }

  /**
   * @param filters all that chooses the list, in one spelling
   */
  public String seal(String place, String filters) {
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    byte[] mac = mac(place, filters);
    byte[] sealed = Arrays.copyOf(mac, MAC_LENGTH + text.length);
    System.arraycopy(text, 0, sealed, MAC_LENGTH, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * @throws UnreadableInput where the cursor is not ours or belongs to a list with other filters
   */
  public String open(String cursor, String filters) {
    byte[] sealed = decode(cursor);
    if (sealed.length > MAC_LENGTH) {
      String place =
          new String(sealed, MAC_LENGTH, sealed.length - MAC_LENGTH, StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(mac(place, filters), Arrays.copyOf(sealed, MAC_LENGTH))) {
        return place;
      }
    }
    throw foreign();
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private static UnreadableInput foreign() {
    return new UnreadableInput(
        "cursor", "must be the next_cursor of an earlier answer with the same filters");
  }

  private byte[] mac(String place, String filters) {
    byte[] message = (place.length() + ":" + place + filters).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(HmacSha256.of(key, message), MAC_LENGTH);
  }
}

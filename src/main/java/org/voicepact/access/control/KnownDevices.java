package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.voicepact.access.entity.Operator;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.InstallationSecret;

/**
 * Knows the browsers in which an operator has signed in before, by a cookie that we have signed. Their tries are counted
 * apart, so that strangers who try the operator's name do not make the operator wait (OWASP: device cookies). The cookie
 * opens nothing.
 */
@Singleton
public class KnownDevices {

  private static final int ID_BYTES = 16;

  private final SecureRandom random;
  private final byte[] key;

  @Inject
  public KnownDevices(InstallationSecret secret, SecureRandom random) {
    this.random = random;
    this.key = secret.keyFor("device/1");
  }

  /** A new cookie for a browser in which somebody has signed in with this name. */
  public String cookie(String name) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = encoded(bytes);
    return id + "." + signature(id, name);
  }

  /** The id of the browser, where the cookie is ours and was made for this name. */
  Optional<String> idOf(String cookie, String name) {
    int dot = cookie.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String id = cookie.substring(0, dot);
    boolean isOurs = MessageDigest.isEqual(
        cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
        signature(id, name).getBytes(StandardCharsets.UTF_8));
    return isOurs ? Optional.of(id) : Optional.empty();
  }

  private String signature(String id, String name) {
    String signed = id + " " + Operator.canonical(name);
    return encoded(HmacSha256.of(key, signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

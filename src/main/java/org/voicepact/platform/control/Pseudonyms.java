package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stand-ins for what must not be stored: the same for the same value on all servers of an installation, and
 * saying nothing of the value to whoever does not have {@code SECRET_KEY}.
 */
@Singleton
public class Pseudonyms {

  /** Of the 32 that HMAC-SHA256 has; RFC 2104 (5) allows half of them. */
  private static final int BYTES = 16;

  private final InstallationSecret secret;
  private final List<byte[]> former;

  /**
   * @param former {@code SECRET_KEY_PREVIOUS}, separated by commas
   */
  @Inject
  public Pseudonyms(
      InstallationSecret secret,
      @ConfigProperty(name = "SECRET_KEY_PREVIOUS") Optional<String> former) {
    this.secret = secret;
    this.former = SettingList.parts(former.orElse("")).stream()
        .map(each -> each.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /**
   * @param purpose keeps the pseudonyms of one use from being compared with those of another
   * @return 32 lower-case hex digits
   */
  public String of(String purpose, String value) {
    return hex(secret.keyFor(name(purpose)), value);
  }

  /** The present one first, then those that the value had under former secrets, for what must outlast their change. */
  public List<String> all(String purpose, String value) {
    return Stream.concat(
            Stream.of(of(purpose, value)),
            former.stream().map(each -> hex(InstallationSecret.keyFor(each, name(purpose)), value)))
        .toList();
  }

  private static String name(String purpose) {
    return "pseudonym/" + purpose;
  }

  private static String hex(byte[] key, String value) {
    byte[] hmac = HmacSha256.of(key, value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hmac, BYTES));
  }
}

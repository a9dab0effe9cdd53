package org.voicepact.platform.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads settings that are addresses of this server, as others reach it. */
public final class UrlSetting {

  private UrlSetting() {}

  /**
   * The address, where the value is one of https without user, query and fragment.
   *
   * @param mayBePlain whether it may also be one of http
   */
  public static Optional<URI> parse(String value, boolean mayBePlain) {
    try {
      URI url = new URI(value.strip());
      boolean isEncrypted = "https".equalsIgnoreCase(url.getScheme());
      boolean isPlain = "http".equalsIgnoreCase(url.getScheme());
      boolean isBare = Stream.of(url.getRawUserInfo(), url.getRawQuery(), url.getRawFragment())
          .allMatch(part -> part == null);
      return Optional.of(url)
          .filter(address -> address.getHost() != null)
          .filter(address -> isBare && (isEncrypted || isPlain && mayBePlain));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

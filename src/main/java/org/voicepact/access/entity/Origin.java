package org.voicepact.access.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a browser comes from (RFC 6454), as browsers spell it in {@code Origin}: scheme, host and port in
 * lower case, without the port that the scheme has by default.
 */
public record Origin(String scheme, String host, int port) {

  private static final Pattern FORM = Pattern.compile(
      "([a-z][a-z0-9+.-]*)://([a-z0-9_.-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?",
      Pattern.CASE_INSENSITIVE);

  private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

  /** Where a scheme has no default port. */
  private static final int NO_PORT = -1;

  /** Reads {@code scheme://host[:port]}; empty for anything else, {@code null} among it. */
  public static Optional<Origin> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    int port = matcher.group(3) == null
        ? DEFAULT_PORTS.getOrDefault(scheme, NO_PORT)
        : Integer.parseInt(matcher.group(3));
    return Optional.of(new Origin(scheme, matcher.group(2).toLowerCase(Locale.ROOT), port));
  }

  /**
   * Whether the page comes from the server that was called.
   *
   * @param hostHeader the request's {@code Host}; it names no scheme, and behind a proxy nobody knows it, so that
   *     of the page is taken
   */
  public boolean isServedBy(String hostHeader) {
    return hostHeader != null
        && parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
  }

  /** Whether others on the way can change the page, since it came neither by HTTPS nor from the same machine. */
  public boolean isUnprotected() {
    return scheme.equals("http")
        && !host.equals("localhost")
        && !host.equals("127.0.0.1")
        && !host.equals("[::1]");
  }
}

package org.voicepact.access.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.access.control.SessionSettings;

/**
 * The cookies of an operator's browser. No script reads them, and browsers send them for our own pages alone: a link on
 * another site leads to the form to sign in.
 */
@Singleton
public class SessionCookies {

  private static final Duration DEVICE_KNOWN = Duration.ofDays(180);

  private final SessionSettings settings;

  @Inject
  public SessionCookies(SessionSettings settings) {
    this.settings = settings;
  }

  /** The token of the session that the browser shows, whether it is good or not. */
  Optional<String> session(HttpServletRequest request) {
    return value(request, settings.cookie());
  }

  /** By which a browser is known in which somebody has signed in before. */
  Optional<String> device(HttpServletRequest request) {
    return value(request, settings.deviceCookie());
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** On the way to the OpenID provider and back. */
  Optional<String> visit(HttpServletRequest request) {
    return value(request, settings.visitCookie());
  }

  /** This one comes along where the provider leads back to us, being another site. */
  String visiting(String visit) {
    return cookie(settings.visitCookie(), visit).replace("SameSite=Strict", "SameSite=Lax");
  }

  /** Lasts until the browser is closed, as far as it goes by the browser; the server ends it earlier. */
  String opened(String token) {
    return cookie(settings.cookie(), token);
  }

  String ended() {
    return cookie(settings.cookie(), "") + "; Max-Age=0";
  }

  String known(String device) {
    return cookie(settings.deviceCookie(), device) + "; Max-Age=" + DEVICE_KNOWN.toSeconds();
  }

  private String cookie(String name, String value) {
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict"
        + (settings.isEncrypted() ? "; Secure" : "");
  }
}

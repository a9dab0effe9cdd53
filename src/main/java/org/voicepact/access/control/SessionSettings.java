package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.control.WholeNumberSetting;

/** How long an operator stays signed in, and what the browser is told about it. */
@Singleton
public class SessionSettings implements Configured {

  /** Used or not, a session ends after a day's work. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** A use is noted no more often than this, so that reading does not become writing. */
  private static final Duration NOTED = Duration.ofMinutes(2);

  private static final int PARTS = 10;
  private static final String NAME = "voicepact";

  /** Browsers take such a cookie by HTTPS alone, for this host and no other (RFC 6265bis, 4.1.3.2). */
  private static final String HOST_PREFIX = "__Host-";

  private final Duration idle;
  private final Environment environment;
  private final Provider<PublicAddress> address;

  /**
   * @param minutes {@code SESSION_IDLE_MINUTES}, from 1 on
   * @param address is asked later, so that what is wrong with it is not told in place of what is wrong here
   * @throws IllegalStateException where it is no such number
   */
  @Inject
  public SessionSettings(
      @ConfigProperty(name = "SESSION_IDLE_MINUTES") String minutes,
      Environment environment,
      Provider<PublicAddress> address) {
    this.idle = Duration.ofMinutes(WholeNumberSetting.read("SESSION_IDLE_MINUTES", minutes, 1));
    this.environment = environment;
    this.address = address;
  }

  /** After which a session ends that is not used. */
  Duration idle() {
    return idle;
  }

  /** How much earlier it may end, because not each use is noted. */
  Duration noted() {
    Duration part = idle.dividedBy(PARTS);
    return part.compareTo(NOTED) < 0 ? part : NOTED;
  }

  /** Whether browsers reach this server by HTTPS, so that a cookie must not travel otherwise. */
  public boolean isEncrypted() {
    return environment.isProduction() || address.get().isEncrypted();
  }

  /** The name of the cookie with the token of a session. */
  public String cookie() {
    return (isEncrypted() ? HOST_PREFIX : "") + NAME;
  }

  /** The name of the cookie by which a browser is known in which somebody has signed in before. */
  public String deviceCookie() {
    return cookie() + "-device";
  }

  /** The name of the cookie of {@link OidcVisits}. */
  public String visitCookie() {
    return cookie() + "-visit";
  }
}

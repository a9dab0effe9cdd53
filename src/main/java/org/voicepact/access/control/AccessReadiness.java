package org.voicepact.access.control;

import static org.voicepact.platform.entity.CheckedPoint.ok;
import static org.voicepact.platform.entity.CheckedPoint.open;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.control.Loopback;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Who may call, by which credentials and how often, as an operator should see it before production. */
@Singleton
public class AccessReadiness implements SelfCheck {

  private static final String PROXIES = "TRUSTED_PROXIES";

  private final AccessSettings settings;
  private final ConfiguredKeys configured;
  private final MadeKeys made;
  private final RateLimits limits;
  private final Clock clock;
  private final Config config;

  @Inject
  public AccessReadiness(
      AccessSettings settings,
      ConfiguredKeys configured,
      MadeKeys made,
      RateLimits limits,
      Clock clock,
      Config config) {
    this.settings = settings;
    this.configured = configured;
    this.made = made;
    this.limits = limits;
    this.clock = clock;
    this.config = config;
  }

  @Override
  public List<CheckedPoint> points() {
    Instant now = clock.instant();
    List<ApiKey> valid = made.all().stream().filter(key -> key.isValidAt(now)).toList();
    List<CheckedPoint> points = new ArrayList<>(List.of(
        mode(), reading(), proof(), administrator(valid), expiry(valid), location(), proxies()));
    Arrays.stream(Limited.values()).map(this::limit).forEach(points::add);
    return points;
  }

  private CheckedPoint mode() {
    return settings.isOpen()
        ? open(
            "AUTH_MODE",
            "open: anybody who reaches this server may make contracts; set api-key or jwt")
        : ok("AUTH_MODE", "Nobody makes or reads contracts without a credential");
  }

  private CheckedPoint reading() {
    return settings.anonymousReadsAll()
        ? open(
            "OPEN_READ",
            "full: anybody may list and read all contracts, and ids can be counted through; set minimal")
        : ok("OPEN_READ", "Nobody reads names, terms or amounts without a credential");
  }

  private CheckedPoint proof() {
    return settings.codesAreAsked()
        ? ok(
            "PARTY_PROOF",
            "otp: an answer by REST needs a code that was sent to the party's number")
        : open(
            "PARTY_PROOF", "phone: whoever knows a party's number can answer in its name; set otp");
  }

  private CheckedPoint administrator(List<ApiKey> valid) {
    boolean there = configured.hasAdministrator()
        || valid.stream().anyMatch(key -> key.scopes().contains(Scope.ADMIN));
    return there
        ? ok("administrator's key", "There is an API key with the scope admin")
        : open("administrator's key", "No API key has the scope admin; set one in API_KEYS");
  }

  private static CheckedPoint expiry(List<ApiKey> valid) {
    long endless = valid.stream().filter(key -> key.expiresAt().isEmpty()).count();
    return endless == 0
        ? ok("expiry of API keys", "Every API key that was made has an end")
        : open(
            "expiry of API keys",
            endless
                + " of the API keys that were made have no end; make new ones with expires_at and revoke these");
  }

  private CheckedPoint location() {
    String name = "JWT_PUBLIC_KEY_LOCATION";
    return setting(name).filter(address -> !address.startsWith("https:")).isPresent()
        ? open(
            name,
            "Its keys come without TLS, so that anybody in between can put in their own; set an https address")
        : ok(name, "No keys are read without TLS");
  }

  private CheckedPoint proxies() {
    boolean isBehindProxy = setting("HTTP_HOST").filter(Loopback::isName).isPresent();
    return isBehindProxy && setting(PROXIES).isEmpty()
        ? open(
            PROXIES,
            "Not set, and HTTP_HOST is this machine alone: behind a proxy all callers look like the"
                + " proxy and share one limit; set the proxy's address")
        : ok(PROXIES, "Callers are told apart by their addresses");
  }

  private CheckedPoint limit(Limited limited) {
    return limits
        .limit(limited)
        .map(limit -> ok(limited.setting(), limit.toString()))
        .orElseGet(() ->
            open(limited.setting(), "off: nothing stops one who calls without end; set a limit"));
  }

  private Optional<String> setting(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}

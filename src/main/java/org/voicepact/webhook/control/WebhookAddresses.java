package org.voicepact.webhook.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.control.UrlSetting;
import org.voicepact.webhook.entity.BaseUrlNeeded;
import org.voicepact.webhook.entity.Policy;
import org.voicepact.webhook.entity.Route;
import org.voicepact.webhook.entity.WebhookAddress;

/** The addresses that are pasted into a gateway's dashboard. */
@Singleton
public class WebhookAddresses implements Configured {

  private static final String BASE = "WEBHOOK_BASE_URL";

  private final Optional<String> base;
  private final WebhookSettings settings;
  private final PublicAddress publicAddress;

  /**
   * @param base {@code WEBHOOK_BASE_URL}; it may have a path, where a proxy serves this server under one
   * @throws IllegalStateException where it is no such address
   */
  @Inject
  public WebhookAddresses(
      @ConfigProperty(name = BASE) Optional<String> base,
      WebhookSettings settings,
      PublicAddress publicAddress,
      Environment environment) {
    this.base = base.map(text -> checked(text.strip(), environment));
    this.settings = settings;
    this.publicAddress = publicAddress;
  }

  private static String checked(String text, Environment environment) {
    return UrlSetting.parse(text, !environment.isProduction())
        .map(url -> text.replaceFirst("/+$", ""))
        .orElseThrow(WebhookAddresses::wrong);
  }

  private static IllegalStateException wrong() {
    return new IllegalStateException(BASE
        + " must be the https address of this server, as gateways reach it, without user, query and"
        + " fragment (http outside production)");
  }

  /** Whether those who call from outside can be told where. */
  public boolean isBaseKnown() {
    return base.isPresent();
  }

  /**
   * An address for one request alone; where {@code WEBHOOK_BASE_URL} is not set, as people reach this server.
   *
   * @param caller who is given it, as a part of a path
   * @param token its end
   */
  public URI ofRequest(Route route, String caller, String token) {
    String path = route.paths().get(0) + "/" + caller + "/" + token;
    return base.map(start -> URI.create(start + path)).orElseGet(() -> publicAddress.of(path));
  }

  /**
   * One for each callback and token, the present token first.
   *
   * @throws BaseUrlNeeded where {@code WEBHOOK_BASE_URL} is not set
   */
  public List<WebhookAddress> all() {
    String start = base.orElseThrow(BaseUrlNeeded::new);
    return Arrays.stream(Route.values())
        .flatMap(route -> route.paths().stream().flatMap(path -> of(route, start + path)))
        .toList();
  }

  private Stream<WebhookAddress> of(Route route, String url) {
    Policy policy = settings.policy(route);
    if (!policy.needsToken()) {
      return Stream.of(new WebhookAddress(route, policy, URI.create(url), false));
    }
    return settings.tokens().stream()
        .map(token -> new WebhookAddress(
            route, policy, URI.create(url + "/" + token), settings.isPreviousToken(token)));
  }
}

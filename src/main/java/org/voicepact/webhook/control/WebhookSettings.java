package org.voicepact.webhook.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.voicepact.platform.control.AddressSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.entity.AddressRanges;
import org.voicepact.webhook.entity.Policy;
import org.voicepact.webhook.entity.Route;

/** What the operator has set to tell genuine calls from others. */
@Singleton
public class WebhookSettings implements Configured {

  static final String PREVIOUS_SECRET = "WEBHOOK_SECRET_PREVIOUS";
  static final String PREVIOUS_TOKEN = "WEBHOOK_TOKEN_PREVIOUS";

  /** 128 bits in Base64url. */
  private static final int SHORTEST_TOKEN = 22;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{" + SHORTEST_TOKEN + ",200}");

  private final Config config;
  private final Environment environment;
  private final List<String> secrets;
  private final List<String> tokens;
  private final AddressRanges allowedAddresses;
  private final Map<Route, Policy> policies = new EnumMap<>(Route.class);

  /**
   * @throws IllegalStateException where a secret or token is weak, an address is none, or a policy
   *     needs what is not set
   */
  @Inject
  public WebhookSettings(Config config, Environment environment) {
    this.config = config;
    this.environment = environment;
    this.secrets = present("WEBHOOK_SECRET", PREVIOUS_SECRET);
    this.tokens = present("WEBHOOK_TOKEN", PREVIOUS_TOKEN);
    SettingFaults faults = new SettingFaults();
    this.allowedAddresses = faults.read(() ->
        AddressSetting.read("WEBHOOK_ALLOWED_ADDRESSES", setting("WEBHOOK_ALLOWED_ADDRESSES")));
    for (String name : List.of("WEBHOOK_SECRET", PREVIOUS_SECRET)) {
      faults.run(
          () -> setting(name).ifPresent(secret -> SecretStrength.check(name, secret, environment)));
    }
    for (String name : List.of("WEBHOOK_TOKEN", PREVIOUS_TOKEN)) {
      faults.run(() -> setting(name).ifPresent(token -> checkToken(name, token)));
    }
    faults.run(this::checkSomethingIsSet);
    for (Route route : Route.values()) {
      policies.put(route, faults.read(() -> configuredPolicy(route)));
    }
    faults.check();
  }

  private void checkToken(String name, String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalStateException(name
          + " must have "
          + SHORTEST_TOKEN
          + " or more letters, digits, - and _, as openssl rand -hex 16 makes");
    }
    SecretStrength.checkPlaceholder(name, token, environment);
  }

  private void checkSomethingIsSet() {
    if (environment.isProduction() && secrets.isEmpty() && tokens.isEmpty()) {
      throw new IllegalStateException(
          "WEBHOOK_SECRET or WEBHOOK_TOKEN must be set when ENVIRONMENT is production");
    }
  }

  private List<String> present(String current, String previous) {
    return Stream.of(current, previous).flatMap(name -> setting(name).stream()).toList();
  }

  private Optional<String> setting(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }

  /** The policy of a route: {@code WEBHOOK_} and its name where that is set, else all that is configured. */
  Policy policy(Route route) {
    return policies.get(route);
  }

  private Policy configuredPolicy(Route route) {
    String name = "WEBHOOK_" + route;
    Policy policy = setting(name).map(text -> named(name, text)).orElseGet(this::byDefault);
    if (policy.needsSignature() && secrets.isEmpty()) {
      throw new IllegalStateException(
          name + " must not ask for an HMAC while WEBHOOK_SECRET is not set");
    }
    if (policy.needsToken() && tokens.isEmpty()) {
      throw new IllegalStateException(
          name + " must not ask for a token while WEBHOOK_TOKEN is not set");
    }
    return policy;
  }

  private static Policy named(String setting, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "hmac" -> Policy.HMAC;
      case "token" -> Policy.TOKEN;
      case "hmac+token" -> Policy.HMAC_AND_TOKEN;
      default ->
        throw new IllegalStateException(setting + " must be one of: hmac, token, hmac+token");
    };
  }

  private Policy byDefault() {
    if (secrets.isEmpty()) {
      return tokens.isEmpty() ? Policy.LOOPBACK : Policy.TOKEN;
    }
    return tokens.isEmpty() ? Policy.HMAC : Policy.HMAC_AND_TOKEN;
  }

  List<String> secrets() {
    return secrets;
  }

  List<String> tokens() {
    return tokens;
  }

  /** Whether the token is valid only while senders change over. */
  boolean isPreviousToken(String token) {
    return setting(PREVIOUS_TOKEN).filter(token::equals).isPresent()
        && setting("WEBHOOK_TOKEN").filter(token::equals).isEmpty();
  }

  boolean isSet(String name) {
    return setting(name).isPresent();
  }

  AddressRanges allowedAddresses() {
    return allowedAddresses;
  }
}

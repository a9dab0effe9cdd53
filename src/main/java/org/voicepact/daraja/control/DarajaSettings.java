package org.voicepact.daraja.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.UrlSetting;

/** The app that the provider knows us by. Nothing is asked for as long as another provider is chosen. */
@Singleton
public class DarajaSettings {

  private static final String SANDBOX = "sandbox.safaricom.co.ke";

  private final String baseUrl;
  private final Optional<String> consumerKey;
  private final Optional<String> consumerSecret;
  private final Optional<String> callbacks;
  private final Environment environment;

  /**
   * @param callbacks {@code WEBHOOK_BASE_URL}, with which the addresses begin that the provider is given
   */
  @Inject
  public DarajaSettings(
      @ConfigProperty(name = "DARAJA_BASE_URL") String baseUrl,
      @ConfigProperty(name = "DARAJA_CONSUMER_KEY") Optional<String> consumerKey,
      @ConfigProperty(name = "DARAJA_CONSUMER_SECRET") Optional<String> consumerSecret,
      @ConfigProperty(name = "WEBHOOK_BASE_URL") Optional<String> callbacks,
      Environment environment) {
    this.baseUrl = baseUrl;
    this.consumerKey = consumerKey;
    this.consumerSecret = consumerSecret;
    this.callbacks = callbacks;
    this.environment = environment;
  }

  /**
   * What is missing or wrong; the value of no setting is told. In production the sandbox is refused: a contract would come
   * into force on money that is none.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (UrlSetting.parse(baseUrl, !environment.isProduction()).isEmpty()) {
      faults.add(
          "DARAJA_BASE_URL must be an https address without user, query and fragment (http outside production)");
    }
    if (environment.isProduction() && isSandbox()) {
      faults.add("DARAJA_BASE_URL must not be the sandbox in production: it moves no money");
    }
    faults.addAll(missing("DARAJA_CONSUMER_KEY", consumerKey));
    faults.addAll(missing("DARAJA_CONSUMER_SECRET", consumerSecret));
    faults.addAll(missing("WEBHOOK_BASE_URL", callbacks));
    return faults;
  }

  /** Whether it is where no money moves. */
  public boolean isSandbox() {
    return baseUrl.toLowerCase(Locale.ROOT).contains(SANDBOX);
  }

  /** A fault where the setting has no value. */
  static List<String> missing(String name, Optional<String> value) {
    return value.isPresent()
        ? List.of()
        : List.of(name + " must be set when PAYMENT_PROVIDER is daraja");
  }

  public URI baseUrl() {
    return URI.create(baseUrl.strip());
  }

  /** The value of the header {@code Authorization} that asks for a token. */
  public String basicAuthorization() {
    String pair = consumerKey.orElseThrow() + ":" + consumerSecret.orElseThrow();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}

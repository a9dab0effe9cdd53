package org.voicepact.africastalking.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.UrlSetting;

/** The account at the provider. Nothing is asked for as long as another gateway is chosen. */
@Singleton
public class AfricasTalkingSettings {

  private static final String SANDBOX = "sandbox";
  private static final String SANDBOX_URL = "https://api.sandbox.africastalking.com/";
  private static final String LIVE_URL = "https://api.africastalking.com/";

  private final Optional<String> username;
  private final Optional<String> apiKey;
  private final Optional<String> senderId;
  private final String baseUrl;
  private final Environment environment;

  /**
   * @param senderId a short code or a name; the provider's own where it is not set
   * @param baseUrl the sandbox where it is not set and the username is {@code sandbox}, else the live service
   */
  @Inject
  public AfricasTalkingSettings(
      @ConfigProperty(name = "AT_USERNAME") Optional<String> username,
      @ConfigProperty(name = "AT_API_KEY") Optional<String> apiKey,
      @ConfigProperty(name = "AT_SENDER_ID") Optional<String> senderId,
      @ConfigProperty(name = "AT_BASE_URL") Optional<String> baseUrl,
      Environment environment) {
    this.username = username;
    this.apiKey = apiKey;
    this.senderId = senderId;
    this.baseUrl = baseUrl.orElse(isSandbox() ? SANDBOX_URL : LIVE_URL);
    this.environment = environment;
  }

  /** What is missing or wrong for messages; the value of no setting is told. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>(accountFaults("SMS_GATEWAY is africastalking"));
    faults.addAll(urlFaults("AT_BASE_URL", baseUrl));
    return faults;
  }

  /**
   * What is missing of the account.
   *
   * @param use what it is needed for, as {@code SMS_GATEWAY is africastalking}
   */
  List<String> accountFaults(String use) {
    List<String> faults = new ArrayList<>();
    if (username.isEmpty()) {
      faults.add("AT_USERNAME must be set when " + use);
    }
    if (apiKey.isEmpty()) {
      faults.add("AT_API_KEY must be set when " + use);
    }
    return faults;
  }

  /** In production the sandbox is refused for money: a contract would come into force on money that is none. */
  List<String> sandboxFaults(String use) {
    return environment.isProduction() && isSandbox()
        ? List.of(
            "AT_USERNAME must not be sandbox in production when " + use + ": it moves no money")
        : List.of();
  }

  List<String> urlFaults(String name, String url) {
    return UrlSetting.parse(url, !environment.isProduction()).isPresent()
        ? List.of()
        : List.of(
            name
                + " must be an https address without user, query and fragment (http outside production)");
  }

  /** Whether the account is the one that everybody has for trying things out. */
  boolean isSandbox() {
    return username.filter(SANDBOX::equals).isPresent();
  }

  public String username() {
    return username.orElseThrow();
  }

  public String apiKey() {
    return apiKey.orElseThrow();
  }

  public Optional<String> senderId() {
    return senderId;
  }

  public URI baseUrl() {
    return URI.create(baseUrl.strip());
  }
}

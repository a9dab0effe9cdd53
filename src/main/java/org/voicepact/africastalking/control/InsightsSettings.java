package org.voicepact.africastalking.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The account, as far as it is asked about numbers. Nothing is asked for as long as nobody asks. */
@Singleton
public class InsightsSettings {

  private static final String SANDBOX_URL = "https://insights.sandbox.africastalking.com/";
  private static final String LIVE_URL = "https://insights.africastalking.com/";

  private final String baseUrl;
  private final AfricasTalkingSettings account;

  /**
   * @param baseUrl that of the account's kind where it is not set, the sandbox or the live service
   */
  @Inject
  public InsightsSettings(
      @ConfigProperty(name = "AT_INSIGHTS_BASE_URL") Optional<String> baseUrl,
      AfricasTalkingSettings account) {
    this.baseUrl = baseUrl.orElse(account.isSandbox() ? SANDBOX_URL : LIVE_URL);
    this.account = account;
  }

  /** What is missing or wrong; the value of no setting is told. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>(account.accountFaults("SIM_SWAP_CHECK is on"));
    faults.addAll(account.urlFaults("AT_INSIGHTS_BASE_URL", baseUrl));
    return faults;
  }

  public String username() {
    return account.username();
  }

  public String apiKey() {
    return account.apiKey();
  }

  public URI baseUrl() {
    return URI.create(baseUrl.strip());
  }
}

package org.voicepact.africastalking.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The payment product of the account. Nothing is asked for as long as another provider is chosen. */
@Singleton
public class PaymentsSettings {

  private static final String SANDBOX_URL = "https://payments.sandbox.africastalking.com/";
  private static final String LIVE_URL = "https://payments.africastalking.com/";
  private static final String USE = "PAYMENT_PROVIDER is africastalking";

  private final Optional<String> product;
  private final String baseUrl;
  private final AfricasTalkingSettings account;

  /**
   * @param baseUrl that of the account's kind where it is not set, the sandbox or the live service
   */
  @Inject
  public PaymentsSettings(
      @ConfigProperty(name = "AT_PAYMENTS_PRODUCT") Optional<String> product,
      @ConfigProperty(name = "AT_PAYMENTS_BASE_URL") Optional<String> baseUrl,
      AfricasTalkingSettings account) {
    this.product = product;
    this.baseUrl = baseUrl.orElse(account.isSandbox() ? SANDBOX_URL : LIVE_URL);
    this.account = account;
  }

  /** What is missing or wrong; the value of no setting is told. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>(account.accountFaults(USE));
    if (product.isEmpty()) {
      faults.add("AT_PAYMENTS_PRODUCT must be set when " + USE);
    }
    faults.addAll(account.sandboxFaults(USE));
    faults.addAll(account.urlFaults("AT_PAYMENTS_BASE_URL", baseUrl));
    return faults;
  }

  /** Whether money moves; in the sandbox none does. */
  public boolean isReal() {
    return !account.isSandbox();
  }

  public String username() {
    return account.username();
  }

  public String apiKey() {
    return account.apiKey();
  }

  public String product() {
    return product.orElseThrow();
  }

  public URI baseUrl() {
    return URI.create(baseUrl.strip());
  }
}

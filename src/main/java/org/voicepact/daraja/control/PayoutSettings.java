package org.voicepact.daraja.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The account that people are paid from, and who orders that. */
@Singleton
public class PayoutSettings {

  private final Optional<String> shortcode;
  private final Optional<String> initiator;
  private final InitiatorCredential credential;
  private final CollectionSettings collection;

  /**
   * @param shortcode that of the collection where it is not set
   * @param initiator the name of the provider's user that may order payments
   */
  @Inject
  public PayoutSettings(
      @ConfigProperty(name = "DARAJA_B2C_SHORTCODE") Optional<String> shortcode,
      @ConfigProperty(name = "DARAJA_INITIATOR") Optional<String> initiator,
      InitiatorCredential credential,
      CollectionSettings collection) {
    this.shortcode = shortcode;
    this.initiator = initiator;
    this.credential = credential;
    this.collection = collection;
  }

  public List<String> faults() {
    List<String> faults = new ArrayList<>(Shortcode.faults("DARAJA_B2C_SHORTCODE", shortcode));
    faults.addAll(DarajaSettings.missing("DARAJA_INITIATOR", initiator));
    faults.addAll(credential.faults());
    return faults;
  }

  public String shortcode() {
    return shortcode.orElseGet(collection::shortcode);
  }

  public String initiator() {
    return initiator.orElseThrow();
  }

  /** By which the initiator is known; made anew for each request where the password is at hand. */
  public String securityCredential() {
    return credential.value();
  }
}

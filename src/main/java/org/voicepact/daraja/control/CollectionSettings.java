package org.voicepact.daraja.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The PayBill that people pay to. */
@Singleton
public class CollectionSettings {

  private final Optional<String> shortcode;
  private final Optional<String> passkey;

  @Inject
  public CollectionSettings(
      @ConfigProperty(name = "DARAJA_SHORTCODE") Optional<String> shortcode,
      @ConfigProperty(name = "DARAJA_PASSKEY") Optional<String> passkey) {
    this.shortcode = shortcode;
    this.passkey = passkey;
  }

  public List<String> faults() {
    List<String> faults = new ArrayList<>(DarajaSettings.missing("DARAJA_SHORTCODE", shortcode));
    faults.addAll(Shortcode.faults("DARAJA_SHORTCODE", shortcode));
    faults.addAll(DarajaSettings.missing("DARAJA_PASSKEY", passkey));
    return faults;
  }

  public String shortcode() {
    return shortcode.orElseThrow();
  }

  /**
   * What goes with a request that prompts a person.
   *
   * @param timestamp that stands in the request as well
   */
  public String password(String timestamp) {
    String parts = shortcode() + passkey.orElseThrow() + timestamp;
    return Base64.getEncoder().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }
}

package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.entity.PhoneNumber;

/** How phone numbers are shown to callers: with the middle hidden, unless {@code PHONE_MASKING=off} in development. */
@Singleton
public class PhoneMasking implements Configured {

  private final boolean masked;

  /**
   * @throws IllegalStateException where masking is off anywhere but in development
   */
  @Inject
  public PhoneMasking(
      @ConfigProperty(name = "PHONE_MASKING") String setting, Environment environment) {
    this.masked = BooleanSetting.isOn("PHONE_MASKING", setting);
    if (!masked && environment.name() != Environment.Name.DEVELOPMENT) {
      throw new IllegalStateException("PHONE_MASKING=off is for ENVIRONMENT=development only");
    }
  }

  public boolean isOn() {
    return masked;
  }

  /** In full, for who may see whom messages were sent to. */
  public Function<PhoneNumber, String> whole() {
    return PhoneNumber::e164;
  }

  /**
   * @param named the number that the caller has named in full, and so may see in full
   */
  public Function<PhoneNumber, String> revealing(Optional<PhoneNumber> named) {
    return phone ->
        !masked || named.filter(phone::equals).isPresent() ? phone.e164() : phone.masked();
  }
}

package org.voicepact.platform.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.entity.PhoneNumber;

/** Reads telephone numbers as people and gateways write them. */
@Singleton
public class PhoneNumbers implements Configured {

  private static final int LONGEST_INPUT = 40;

  /** As libphonenumber calls it. */
  private static final String UNKNOWN_REGION = "ZZ";

  // Letters on a keypad ("0800 FARMER") and extensions are no numbers that an SMS comes from.
  private static final Pattern TYPED =
      Pattern.compile("[+\\uFF0B]?[\\p{Nd}\\s().\\-\\u2010-\\u2015/]+");

  /** No country's code begins with 0. */
  private static final Pattern UNESCAPED_PLUS = Pattern.compile(" [1-9]");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String defaultRegion;

  /**
   * @param defaultRegion ISO 3166 code of the country of numbers that name none
   * @throws IllegalStateException where no country has the code
   */
  @Inject
  public PhoneNumbers(@ConfigProperty(name = "DEFAULT_REGION") String defaultRegion) {
    if (!isCountry(defaultRegion)) {
      throw new IllegalStateException(
          "DEFAULT_REGION must be the ISO 3166 code of a country, as KE");
    }
    this.defaultRegion = defaultRegion;
  }

  /** Whether numbers of a country with this ISO 3166 code are known. */
  public static boolean isCountry(String code) {
    return PhoneNumberUtil.getInstance().getSupportedRegions().contains(code);
  }

  /** The number in E.164 form; empty where libphonenumber finds it impossible. */
  public Optional<PhoneNumber> parse(String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST_INPUT || !TYPED.matcher(text).matches()) {
      return Optional.empty();
    }
    Optional<String> e164 = e164(text);
    // A few numbers lose a digit each time that they are read; which one is meant cannot be told.
    return e164.filter(number -> e164(number).equals(e164)).flatMap(PhoneNumber::of);
  }

  private Optional<String> e164(String text) {
    try {
      Phonenumber.PhoneNumber number = library.parse(text, defaultRegion);
      // A number that is possible only within its own town has no E.164 form.
      return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(library.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Likewise for a value of a query or form, in which a plus sign that was not escaped arrives as a blank. */
  public Optional<PhoneNumber> parseUrlEncoded(String value) {
    return parse(UNESCAPED_PLUS.matcher(value).lookingAt() ? "+" + value.strip() : value);
  }

  /**
   * The ISO 3166 code of the country that a number belongs to. Where several share its calling code and it
   * cannot be told which of them has it, the main one; {@code 001} or {@code ZZ} where it is of no country.
   */
  public String region(PhoneNumber number) {
    try {
      Phonenumber.PhoneNumber parsed = library.parse(number.e164(), null);
      String region = library.getRegionCodeForNumber(parsed);
      return region != null ? region : library.getRegionCodeForCountryCode(parsed.getCountryCode());
    } catch (NumberParseException e) {
      return UNKNOWN_REGION;
    }
  }
}

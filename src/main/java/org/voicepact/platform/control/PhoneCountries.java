package org.voicepact.platform.control;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/** Tells the country of a number by how it begins. */
public final class PhoneCountries {

  /** A plus sign and the longest calling code. */
  public static final int LONGEST_BEGINNING = 4;

  private static final String UNKNOWN = "ZZ";

  private PhoneCountries() {}

  /**
   * @param beginning of a number in E.164 form
   * @return the ISO 3166 code; of several countries with one calling code the largest, as US for +1
   */
  public static Optional<String> of(String beginning) {
    String digits = beginning.replaceFirst("^\\+", "");
    for (int length = 1; length <= Math.min(3, digits.length()); length++) {
      String region = PhoneNumberUtil.getInstance()
          .getRegionCodeForCountryCode(Integer.parseInt(digits.substring(0, length)));
      if (!region.equals(UNKNOWN)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}

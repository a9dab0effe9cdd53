package org.voicepact.daraja.boundary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.PhoneNumber;

/** Mobile numbers as the provider writes them: {@code 2547XXXXXXXX}, without the plus sign. */
final class KenyanNumber {

  private static final Pattern E164 = Pattern.compile("\\+254[17][0-9]{8}");

  /** At the beginning of “254712345678 - NAME” or “0712345678 - NAME”; some are sent with their middle hidden. */
  private static final Pattern NAMED = Pattern.compile("(?:254|0)([17][0-9]{8})(?![0-9*]).*");

  private KenyanNumber() {}

  static boolean is(PhoneNumber phone) {
    return E164.matcher(phone.e164()).matches();
  }

  static String of(PhoneNumber phone) {
    return phone.e164().substring(1);
  }

  static Optional<PhoneNumber> read(String text) {
    Matcher named = NAMED.matcher(text.strip());
    return named.matches() ? PhoneNumber.of("+254" + named.group(1)) : Optional.empty();
  }
}

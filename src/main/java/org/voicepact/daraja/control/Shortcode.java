package org.voicepact.daraja.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an organisation at the provider. */
final class Shortcode {

  private static final Pattern FORM = Pattern.compile("[0-9]{5,7}");

  private Shortcode() {}

  static List<String> faults(String name, Optional<String> value) {
    return value.filter(shortcode -> !FORM.matcher(shortcode).matches()).isPresent()
        ? List.of(name + " must be a number of 5 to 7 digits")
        : List.of();
  }
}

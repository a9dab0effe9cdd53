package org.voicepact.console.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.WireValue;

/** The language that a browser asks for. */
final class AcceptedLanguage {

  private AcceptedLanguage() {}

  /**
   * The first of the browser's languages that there is.
   *
   * @param header the value of {@code Accept-Language}, or null
   */
  static Optional<Language> of(String header) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    try {
      List<Locale> known =
          Arrays.stream(Language.values()).map(Language::locale).toList();
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), known))
          .flatMap(locale -> WireValue.of(Language.class, locale.getLanguage()));
    } catch (IllegalArgumentException e) {
      // What cannot be read asks for nothing.
      return Optional.empty();
    }
  }
}

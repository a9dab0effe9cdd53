package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.platform.entity.Language;
import org.voicepact.sms.entity.Gsm7;
import org.voicepact.sms.entity.SmsSegments;

/** That all languages hold the same texts with the same places is for TextsTest. */
class SmsCatalogueTest {

  private static final int MOST_SEGMENTS = 2;

  @ParameterizedTest
  @EnumSource
  void everyTextLeavesInLettersOfGsm7AndIsShort(Language language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle("org.voicepact.sms.messages", language.locale());

    assertThat(bundle.keySet()).isNotEmpty().allSatisfy(key -> {
      String text = SmsTexts.in(language)
          .text(
              key,
              "AG-2026-123456789012",
              "AG-2026-123456789012",
              "AG-2026-123456789012-9999",
              "AG-2026-123456789012-9999");
      assertThat(text).as(key).matches(Gsm7::has);
      assertThat(SmsSegments.count(text)).as(key).isLessThanOrEqualTo(MOST_SEGMENTS);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "TZ, SW", "KE, EN", "UG, EN", "NG, EN", "CD, FR", "SN, FR", "MG, FR", "DE, EN", "001, EN",
    "ZZ, EN"
  })
  void aCountryHasALanguage(String country, Language language) {
    assertThat(PersonLanguages.ofCountry(country)).isEqualTo(language);
  }
}

package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "+254712345678, +2547****5678",
    "+12025550123, +1202****0123",
    "+123456789012345, +1234****2345",
    "+1234567, +1****4567",
    "+12345678, +12****5678"
  })
  void theMiddleOfANumberIsHidden(String e164, String masked) {
    assertThat(new PhoneNumber(e164).masked()).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+254712345678", "+1234567"})
  void aNumberInALogLineIsMasked(String e164) {
    PhoneNumber phone = new PhoneNumber(e164);

    assertThat("sent to " + phone).isEqualTo("sent to " + phone.masked()).doesNotContain(e164);
  }

  @Property
  void aMaskHidesTwoDigitsOrMore(
      @ForAll @LongRange(min = 1_000_000, max = 999_999_999_999_999L) long digits) {
    String e164 = "+" + digits;
    String[] shown = new PhoneNumber(e164).masked().split("\\*\\*\\*\\*");

    assertThat(shown).hasSize(2);
    assertThat(e164).startsWith(shown[0]).endsWith(shown[1]);
    assertThat(shown[0].length() + shown[1].length()).isLessThanOrEqualTo(e164.length() - 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "254712345678",
        "0712345678",
        "+0712345678",
        "+123456",
        "+1234567890123456",
        "+25471234567a",
        "+254 712345678",
        "+254712345678\n",
        "+\u0662\u0665\u0664\u0667\u0661\u0662\u0663\u0664"
      })
  void anythingElseIsNoNumber(String text) {
    assertThatThrownBy(() -> new PhoneNumber(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an E.164 number");
  }
}

package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.PhoneNumber;

class PhoneNumbersTest {

  private final PhoneNumbers phones = new PhoneNumbers("KE");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+254712345678",
        "0712345678",
        "712345678",
        "254712345678",
        "+254 712 345 678",
        "0712-345-678",
        "0712\u2013345\u2013678",
        "(0712) 345/678",
        "+254 (0) 712 345 678",
        "0712.345.678",
        "+254712345678 \n",
        "\uFF10\uFF17\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18",
        "\uFF0B254712345678",
        "\u0660\u0667\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"
      })
  void allWaysToWriteANumberGiveTheSameNumber(String typed) {
    assertThat(phones.parse(typed)).contains(new PhoneNumber("+254712345678"));
  }

  @Test
  void aPlusSignThatAQueryTurnedIntoABlankIsStillAPlusSign() {
    assertThat(phones.parseUrlEncoded(" 12025550123")).contains(new PhoneNumber("+12025550123"));
    assertThat(phones.parseUrlEncoded(" 0712345678")).contains(new PhoneNumber("+254712345678"));
    assertThat(phones.parse(" 2023456789")).isNotEqualTo(phones.parse("+2023456789"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+491234", "+431234", "+49123456789012345", "+4312345678901234"})
  void aPossibleNumberThatIsTooShortOrLongForE164IsRefused(String typed) {
    assertThat(phones.parse(typed)).isEmpty();
  }

  @Property
  void anyDigitsAreEitherANumberOrRefused(
      @ForAll @NumericChars @StringLength(min = 1, max = 18) String digits) {
    phones
        .parse("+" + digits)
        .ifPresent(number -> assertThat(phones.parse(number.e164())).contains(number));
  }

  @Test
  void aNumberWithItsCountryDoesNotDependOnTheDefault() {
    assertThat(new PhoneNumbers("UG").parse("+254712345678"))
        .contains(new PhoneNumber("+254712345678"));
  }

  @Test
  void aNumberWithoutACountryIsOneOfTheDefaultRegion() {
    assertThat(new PhoneNumbers("UG").parse("0772123456"))
        .contains(new PhoneNumber("+256772123456"));
    assertThat(new PhoneNumbers("TZ").parse("0772123456"))
        .contains(new PhoneNumber("+255772123456"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0800 FARMER",
        "SAFARICOM",
        "tel:+254712345678",
        "0712345678 ext 5",
        "0712345678x5",
        "0712345678;phone",
        "O712345678",
        "0712345678#",
        "*384*21#",
        "0712345678,0712345679"
      })
  void lettersAndSignsAreNoPartOfANumber(String typed) {
    assertThat(phones.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "-",
        "()",
        "1",
        "+254",
        "+2547",
        "+99912345678",
        "+0712345678",
        "071234567890123",
        "++254712345678",
        "254+712345678",
        "+254712345678+"
      })
  void impossibleNumbersAreRefused(String typed) {
    assertThat(phones.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "112", "21512", "40404"})
  void shortCodesAreRefused(String typed) {
    assertThat(phones.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+254712345678, KE",
    "+256772123456, UG",
    "+255772123456, TZ",
    "+447400123456, GB",
    "+12025550123, US",
    "+14165550123, CA",
    "+18765551234, JM",
    "+77011234567, KZ"
  })
  void theRegionOfANumberIsItsCountryAlsoWhereSeveralShareACallingCode(
      String number, String region) {
    assertThat(phones.region(new PhoneNumber(number))).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({"+10000000000, US", "+7000000000, RU", "+440000000000, GB"})
  void theRegionOfANumberThatNobodyHasIsTheMainOneOfItsCallingCode(String number, String region) {
    assertThat(phones.region(new PhoneNumber(number))).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({"+88161234567, 001", "+99912345678, ZZ"})
  void aNumberOfNoCountryHasTheRegionOfNone(String number, String region) {
    assertThat(phones.region(new PhoneNumber(number))).isEqualTo(region);
    assertThat(PhoneNumbers.isCountry(region)).isFalse();
  }

  @Test
  void aNumberThatIsPossibleOnlyWithinItsTownIsRefused() {
    assertThat(new PhoneNumbers("US").parse("555-0123")).isEmpty();
  }

  @Test
  void aTextThatIsMuchTooLongIsRefused() {
    assertThat(phones.parse("+254712345678" + " ".repeat(100) + "(".repeat(40))).isEmpty();
  }

  @Property
  void anyTextIsEitherANumberOrRefused(@ForAll String typed) {
    phones
        .parse(typed)
        .ifPresent(number -> assertThat(phones.parse(number.e164())).contains(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ke", "XX", "KEN", "Kenya", "254", "001", "ZZ"})
  void theServerDoesNotStartWithARegionThatIsNoCountry(String region) {
    assertThatThrownBy(() -> new PhoneNumbers(region))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("DEFAULT_REGION must be the ISO 3166 code");
  }
}

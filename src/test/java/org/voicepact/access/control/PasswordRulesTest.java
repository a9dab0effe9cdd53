package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kikapu cha machungwa",
        "twelve signs",
        "            12345 a b c",
        "\u00e9t\u00e9 \u00e0 Kigali 77",
        "wanjiku buys sorghum",
        "VoicePact sells sorghum"
      })
  void whatIsLongEnoughIsTakenWhateverItIsMadeOf(String password) {
    assertThat(rules.fault(password, "wanjiku")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eleven sign"})
  void whatIsShorterIsNot(String password) {
    assertThat(rules.fault(password, "wanjiku")).contains("must have from 12 to 128 characters");
  }

  @Test
  void theLongestHas128CharactersHoweverManyBytesTheyTake() {
    String sentence = "\ud83c\udf3e\ud83c\udf3dabc \u00e9fg".repeat(16);
    assertThat(sentence.codePoints()).hasSize(144);
    String longest = sentence.substring(0, sentence.offsetByCodePoints(0, 128));

    assertThat(rules.fault(longest, "wanjiku")).isEmpty();
    assertThat(rules.fault(longest + "x", "wanjiku")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Password1234", "QWERTYUIOP123", "aaaaaaaaaaaaaaaa", "abababababababab"})
  void whatIsTriedFirstIsNot(String password) {
    assertThat(rules.fault(password, "wanjiku"))
        .contains("is one of those that are tried first; choose another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VoicePact2026", "WanjikuWanjiku", "voicepact.wanjiku", "1wanjiku2026"})
  void whatFollowsFromNameOrProgramIsNot(String password) {
    assertThat(rules.fault(password, "Wanjiku"))
        .contains("must not be made of the login name or the name of this program");
  }

  @Test
  void aShortNameMayBeAPartOfAnyPassword() {
    assertThat(rules.fault("kikapu kizuri", "ki")).isEmpty();
  }
}

package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStrengthTest {

  private static final Environment PRODUCTION = new Environment("production");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcdef",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        // Sixteen letters of two bytes each.
        "äöüßéèêáàâíìîóòô"
      })
  void thirtyTwoBytesOfManyCharactersAreEnough(String secret) {
    assertThatCode(() -> SecretStrength.check("X", secret, PRODUCTION)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'', must have 32 bytes or more",
    "0123456789abcdef0123456789abcde, must have 32 bytes or more",
    "'  0123456789abcdef0123456789       ', must have 32 bytes or more",
    "12345671234567123456712345671234567, must have 8 or more different characters",
    "dev-secret-key, must have 32 bytes or more",
    "dev-secret-key-dev-secret-key-dev-secret-key, must not be a placeholder",
    "my-TEST-secret-key-0123456789abcdef, must not be a placeholder",
    "Your-Secret-0123456789abcdef0123456789, must not be a placeholder",
    "your_secret_0123456789abcdef0123456789, must not be a placeholder",
    "please-change-me-0123456789abcdef012345, must not be a placeholder",
    "pleaseCHANGEME0123456789abcdef012345, must not be a placeholder",
    "CHANGE_ME_0123456789abcdef0123456789abc, must not be a placeholder",
    "this-is-a-placeholder-0123456789abcdef, must not be a placeholder",
    "replace-me-0123456789abcdef0123456789a, must not be a placeholder",
    "an-example-0123456789abcdef0123456789a, must not be a placeholder",
    "'It''s a Secret to Everybody, says GitHub', must not be a placeholder"
  })
  void productionRefusesWeakSecretsAndDoesNotShowThem(String secret, String fault) {
    assertThatThrownBy(() -> SecretStrength.check("SECRET_KEY", secret, PRODUCTION))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("SECRET_KEY " + fault)
        .hasMessageNotContaining(secret.isEmpty() ? "none" : secret);
  }

  @ParameterizedTest
  @CsvSource({"dev-secret-key, development", "test-secret-key, testing", "x, development"})
  void elsewhereTheyRun(String secret, String environment) {
    assertThatCode(() -> SecretStrength.check("X", secret, new Environment(environment)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"c0ffee00c0ffee00c0ffee00, false", "your-secret-token-1234, true"})
  void aValueWithALengthRuleOfItsOwnMustOnlyBeNoPlaceholder(String value, boolean refused) {
    if (refused) {
      assertThatThrownBy(() -> SecretStrength.checkPlaceholder("WEBHOOK_TOKEN", value, PRODUCTION))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("WEBHOOK_TOKEN must not be a placeholder of the documentation");
    } else {
      assertThatCode(() -> SecretStrength.checkPlaceholder("WEBHOOK_TOKEN", value, PRODUCTION))
          .doesNotThrowAnyException();
    }
  }
}

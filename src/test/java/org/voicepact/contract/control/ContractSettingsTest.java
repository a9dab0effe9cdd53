package org.voicepact.contract.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.HashAlgorithm;

class ContractSettingsTest {

  @Test
  void theTimeoutIsInSecondsAndTheHashIsChosenByName() {
    assertThat(new ContractSettings("1", "604800", "blake2b", "KES").confirmationTimeout())
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(new ContractSettings("1", "604800", "blake2b", "KES").deliveryAcceptTimeout())
        .isEqualTo(Duration.ofDays(7));
    assertThat(new ContractSettings("1", "604800", "blake2b", "KES").hashAlgorithm())
        .isEqualTo(HashAlgorithm.BLAKE2B);
    assertThat(new ContractSettings("1", "604800", "sha256", "UGX").hashAlgorithm())
        .isEqualTo(HashAlgorithm.SHA256);
    assertThat(new ContractSettings("1", "604800", "sha256", "UGX")
            .defaultCurrency()
            .getCurrencyCode())
        .isEqualTo("UGX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "", "a day", "1.5", "99999999999999999999"})
  void theServerDoesNotStartWithATimeoutThatIsNone(String seconds) {
    assertThatThrownBy(() -> new ContractSettings(seconds, "604800", "blake2b", "KES"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CONTRACT_CONFIRMATION_TIMEOUT must be a whole number, 1 or more");
    assertThatThrownBy(() -> new ContractSettings("1", seconds, "blake2b", "KES"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DELIVERY_ACCEPT_TIMEOUT must be a whole number, 1 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "md5", "SHA-1", "none"})
  void theServerDoesNotStartWithAnUnknownHash(String algorithm) {
    assertThatThrownBy(() -> new ContractSettings("1", "604800", algorithm, "KES"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CONTRACT_HASH_ALGORITHM must be one of: blake2b, sha256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kes", "XXX", "Shilling"})
  void theServerDoesNotStartWithADefaultCurrencyThatIsNone(String code) {
    assertThatThrownBy(() -> new ContractSettings("1", "604800", "blake2b", code))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DEFAULT_CURRENCY must be an ISO 4217 code, as KES");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> new ContractSettings("0", "0", "md5", "XXX"))
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(4));
  }
}

package org.voicepact.ussd.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.ussd.control.History.Input;

class HistoryTest {

  @Test
  void allThatWasTypedIsReadInputByInput() {
    assertThat(History.after("1*000123*47", 0))
        .containsExactly(
            new Input("1", "1"), new Input("000123", "1*000123"), new Input("47", "1*000123*47"));
  }

  @Test
  void onlyWhatIsNewIsRead() {
    assertThat(History.after("1*000123*47", "1*000123".length()))
        .containsExactly(new Input("47", "1*000123*47"));
  }

  @Test
  void nothingTypedIsAnInputToo() {
    assertThat(History.after("1* *", 1))
        .isEqualTo(List.of(new Input("", "1* "), new Input("", "1* *")));
    assertThat(History.after("*", 0)).isEqualTo(List.of(new Input("", ""), new Input("", "*")));
  }

  @ParameterizedTest
  @CsvSource({
    "000123, -000123",
    "123, -000123",
    "0, -000000",
    "0000123, -000123",
    "1234567, -1234567",
    "AG-2026-000123, AG-2026-000123",
    "ag 2026 000123, AG-2026-000123"
  })
  void aNumberMayBeTypedWithAndWithoutItsBeginning(String typed, String wanted) {
    assertThat(FindingContract.wanted(typed)).contains(wanted);
  }

  @ParameterizedTest
  @CsvSource({"''", "%", "AG-2026-%", "12_4", "1234567890123", "XX-2026-000123", "'1,2'"})
  void otherThingsAreNoNumber(String typed) {
    assertThat(FindingContract.wanted(typed)).isEqualTo(Optional.empty());
  }
}

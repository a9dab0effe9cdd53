package org.voicepact.ussd.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.ussd.control.History.Input;
import org.voicepact.ussd.entity.Act;
import org.voicepact.ussd.entity.Place;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;
import org.voicepact.ussd.entity.UssdStep;

class HistoryTest {

  private static final Target TO_WORDS = Target.begin(ContractFixture.ID, 1, Act.DISPUTE);
  private static final UssdStep MENU = step(0, Target.of(Place.MENU), "");
  private static final UssdStep WORDS = step(1, TO_WORDS, "1*2");

  private static UssdStep step(int position, Target target, String typed) {
    Map<String, Target> offers = Map.of("0", Target.of(Place.MENU));
    return new UssdStep(
        "session",
        position,
        typed.length(),
        typed,
        new Screen(target, "CON x", offers, Optional.empty()));
  }

  private static List<Input> read(String typed, UssdStep from) {
    History history = new History(typed, from.typedLength());
    List<Input> inputs = new ArrayList<>();
    while (history.hasNext()) {
      inputs.add(history.next(from));
    }
    return inputs;
  }

  @Test
  void allThatWasTypedIsReadInputByInput() {
    assertThat(read("1*000123*47", MENU))
        .containsExactly(
            new Input("1", "1"), new Input("000123", "1*000123"), new Input("47", "1*000123*47"));
  }

  @Test
  void onlyWhatIsNewIsRead() {
    UssdStep at = step(2, Target.of(Place.MENU), "1*000123");
    assertThat(read("1*000123*47", at)).containsExactly(new Input("47", "1*000123*47"));
  }

  @Test
  void nothingTypedIsAnInputToo() {
    assertThat(read("1* *", step(1, Target.of(Place.MENU), "1")))
        .containsExactly(new Input("", "1* "), new Input("", "1* *"));
    assertThat(read("*", MENU)).containsExactly(new Input("", ""), new Input("", "*"));
    assertThat(read("", MENU)).isEmpty();
  }

  @Test
  void wordsMayHaveStarsInThem() {
    assertThat(read("1*2*bad * wet", WORDS))
        .containsExactly(new Input("bad * wet", "1*2*bad * wet"));
    assertThat(read("1*2*0", WORDS)).containsExactly(new Input("0", "1*2*0"));
    assertThat(History.between(
            "1*2*bad * wet*47", WORDS, step(2, TO_WORDS.withWords(), "1*2*bad * wet")))
        .isEqualTo("bad * wet");
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

package org.voicepact.ussd.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.ContractFixture;

class UssdStepTest {

  private static final Map<String, Target> OFFERS = Map.of(
      "0", Target.contract(ContractFixture.ID, 2),
      "1", Target.ask(ContractFixture.ID, 2, Act.CONFIRM),
      "98", Target.of(Place.CONTRACTS, 3));

  @Test
  void whatWasOfferedIsKept() {
    Screen shown = new Screen(
        Target.ask(ContractFixture.ID, 2, Act.DECLINE), "CON x", OFFERS, Optional.of("47"));
    UssdStep step = new UssdStep("session", 1, 0, "typed", shown);

    assertThat(step.target()).isEqualTo(shown.target());
    assertThat(step.offers()).isEqualTo(OFFERS);
    assertThat(step.screen()).contains("CON x");
    assertThat(step.asksFor("47")).isTrue();
    assertThat(step.asksFor("48")).isFalse();
  }

  @Test
  void whereNothingIsOfferedNothingIsChosen() {
    Screen last = new Screen(Target.of(Place.END), "END x", Map.of(), Optional.empty());
    UssdStep step = new UssdStep("session", 1, 0, "typed", last);

    assertThat(step.offers()).isEmpty();
    assertThat(step.asksFor("")).isFalse();
  }
}

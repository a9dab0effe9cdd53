package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidInputTest {

  @Test
  void oneFaultIsTheWholeMessage() {
    InvalidInput refusal = new InvalidInput("/reason", "is required");

    assertThat(refusal).hasMessage("/reason: is required");
    assertThat(refusal.faults()).containsExactly(new Fault("/reason", "is required"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
  }

  @Test
  void ofSeveralFaultsTheMessageTellsTheFirstAndHowManyFollow() {
    List<Fault> faults = List.of(
        new Fault("/a", "is required"),
        new Fault("/b", "must be a text"),
        new Fault("/c", "is too long"));

    InvalidInput refusal = new InvalidInput(faults);

    assertThat(refusal).hasMessage("/a: is required (and 2 more, see errors)");
    assertThat(refusal.faults()).isEqualTo(faults);
  }

  @Test
  void aFaultOfTheWholeBodyNamesNoPlace() {
    assertThat(new InvalidInput("", "must not be empty")).hasMessage("must not be empty");
  }

  @Test
  void aRefusalHasNoStackTraceThatCouldLeaveTheServer() {
    assertThat(new InvalidInput("/a", "is required").getStackTrace()).isEmpty();
  }

  @Test
  void anUnreadableParameterIsNamed() {
    UnreadableInput refusal = new UnreadableInput("cursor", "is not ours");

    assertThat(refusal).hasMessage("cursor: is not ours");
    assertThat(refusal.faults()).containsExactly(new Fault("cursor", "is not ours"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE);
  }
}

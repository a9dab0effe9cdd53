package org.voicepact.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.SimSwap;
import org.voicepact.payment.entity.SimSwap.Found;
import org.voicepact.payment.entity.SimSwap.None;
import org.voicepact.payment.entity.SimSwap.Unknown;
import org.voicepact.payment.entity.SimSwapState;
import org.voicepact.payment.entity.SimSwapState.Replaced;
import org.voicepact.payment.entity.SimSwapState.Unchanged;

class CheckingSimSwapTest {

  private static final Instant LATELY = Instant.parse("2026-11-21T09:30:00Z");

  @Test
  void whatWasReplacedLatelyOrNobodyKnowsWhenIsReplaced() {
    Optional<Instant> lately = Optional.of(LATELY);

    assertThat(of(new None(), new Found(lately))).isEqualTo(new Replaced(lately));
    assertThat(of(new Found(Optional.empty()), new None()))
        .isEqualTo(new Replaced(Optional.empty()));
  }

  @Test
  void whatWasReplacedBeforeIsUnchanged() {
    assertThat(of(new Found(Optional.of(LATELY.minusMillis(1))))).isEqualTo(new Unchanged());
    assertThat(of(new Unknown(), new None())).isEqualTo(new Unchanged());
  }

  @Test
  void nothingButUnknownIsUnknown() {
    assertThat(of(new Unknown(), new Unknown())).isEqualTo(new SimSwapState.Unknown());
  }

  private static SimSwapState of(SimSwap... answers) {
    return CheckingSimSwap.of(List.of(answers), LATELY);
  }
}

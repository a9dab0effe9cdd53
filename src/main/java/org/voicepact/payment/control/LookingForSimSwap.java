package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.voicepact.payment.entity.SimSwapState;
import org.voicepact.platform.entity.PhoneNumber;

/** Lets no money go to or for a number whose card was replaced of late, where {@code SIM_SWAP_CHECK} is on. */
@Singleton
public class LookingForSimSwap implements PayoutCheck {

  /** What was asked before is asked again. It is longer than a look may go without an answer. */
  private static final Duration FRESH = Duration.ofHours(2);

  private final CheckingSimSwap checking;
  private final Clock clock;

  @Inject
  public LookingForSimSwap(CheckingSimSwap checking, Clock clock) {
    this.checking = checking;
    this.clock = clock;
  }

  @Override
  public Finding look(List<PhoneNumber> numbers) {
    if (!checking.isOn()) {
      return new Finding.Clear();
    }
    Instant since = clock.instant().minus(FRESH);
    List<Finding> findings =
        numbers.stream().distinct().map(number -> finding(asked(number, since))).toList();
    return findings.stream()
        .filter(Finding.Doubtful.class::isInstance)
        .findFirst()
        .or(() -> findings.stream().filter(Finding.NoAnswer.class::isInstance).findFirst())
        .orElseGet(Finding.Clear::new);
  }

  private SimSwapState asked(PhoneNumber number, Instant since) {
    SimSwapState state = checking.state(number, since);
    boolean isToAsk = state instanceof SimSwapState.NotAsked
        || state instanceof SimSwapState.Waiting waiting && waiting.isAskedOfNobody();
    if (!isToAsk) {
      return state;
    }
    checking.ask(number);
    return checking.state(number, since);
  }

  private static Finding finding(SimSwapState state) {
    if (state instanceof SimSwapState.Unchanged) {
      return new Finding.Clear();
    }
    if (state instanceof SimSwapState.Replaced) {
      return new Finding.Doubtful("the SIM card of a number was replaced in the last "
          + CheckingSimSwap.LATELY.toDays() + " days");
    }
    return state instanceof SimSwapState.Unknown
        ? new Finding.Doubtful("the network cannot say whether a SIM card was replaced")
        : new Finding.NoAnswer("the network has not said whether a SIM card was replaced");
  }
}

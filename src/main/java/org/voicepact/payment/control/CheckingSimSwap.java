package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.payment.entity.SimSwap;
import org.voicepact.payment.entity.SimSwapNotice;
import org.voicepact.payment.entity.SimSwapQuestion;
import org.voicepact.payment.entity.SimSwapReply;
import org.voicepact.payment.entity.SimSwapState;
import org.voicepact.platform.control.BooleanSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Whether the card of a number was replaced of late: whoever has a person's number by another card has neither agreed to
 * the contract nor earned the money ({@code SIM_SWAP_CHECK}).
 */
@Singleton
public class CheckingSimSwap implements Configured {

  /** A card that was replaced so long ago is the person's. */
  static final Duration LATELY = Duration.ofDays(7);

  private static final Logger LOG = Logger.getLogger(CheckingSimSwap.class.getName());

  private final boolean isOn;
  private final SimSwapCheck check;
  private final SimSwaps swaps;
  private final Clock clock;

  /**
   * @throws IllegalStateException where the setting is neither on nor off, or where it is on and nobody can be asked
   */
  @Inject
  public CheckingSimSwap(
      @ConfigProperty(name = "SIM_SWAP_CHECK") String setting,
      SimSwapCheck check,
      SimSwaps swaps,
      Clock clock) {
    this.isOn = BooleanSetting.isOn("SIM_SWAP_CHECK", setting);
    this.check = check;
    this.swaps = swaps;
    this.clock = clock;
    if (isOn) {
      SettingFaults faults = new SettingFaults();
      check
          .faults()
          .forEach(fault -> faults.run(() -> {
            throw new IllegalStateException(fault);
          }));
      faults.check();
    }
  }

  public boolean isOn() {
    return isOn;
  }

  /** Asks about a number. It calls over the network, so never within a transaction. */
  public void ask(PhoneNumber phone) {
    String question = swaps.asked(phone);
    SimSwapReply reply = check.ask(phone);
    if (reply instanceof SimSwapReply.AnswersLater later) {
      swaps.taken(question, later.reference());
    } else if (reply instanceof SimSwapReply.Answered answered) {
      swaps.answered(question, answered.swap());
      swaps.taken(question, question);
    } else if (reply instanceof SimSwapReply.NoAnswer none) {
      LOG.warning(() -> "nobody could be asked about a SIM swap: " + none.reason());
    }
  }

  /**
   * Keeps an answer.
   *
   * @return whether the notice was one
   */
  public boolean answered(JsonNode notice) {
    Optional<SimSwapNotice> read = check.read(notice);
    read.ifPresent(each -> swaps.answered(each.reference(), each.swap()));
    return read.isPresent();
  }

  /**
   * What is known of a number.
   *
   * @param since earlier questions do not count: what they found may have changed
   */
  public SimSwapState state(PhoneNumber phone, Instant since) {
    List<SimSwapQuestion> questions = swaps.questions(phone, since);
    List<SimSwap> answers =
        questions.stream().map(swaps::answer).flatMap(Optional::stream).toList();
    if (questions.isEmpty()) {
      return new SimSwapState.NotAsked();
    }
    return answers.isEmpty()
        ? new SimSwapState.Waiting(
            questions.get(0).askedAt(),
            questions.stream().allMatch(each -> each.requestId().isEmpty()))
        : of(answers, clock.instant().minus(LATELY));
  }

  /** The worst answer counts; one that says something counts before one that does not. */
  static SimSwapState of(List<SimSwap> answers, Instant lately) {
    Optional<SimSwap.Found> replaced = answers.stream()
        .filter(SimSwap.Found.class::isInstance)
        .map(SimSwap.Found.class::cast)
        .filter(found -> found.at().filter(at -> at.isBefore(lately)).isEmpty())
        .findFirst();
    if (replaced.isPresent()) {
      return new SimSwapState.Replaced(replaced.get().at());
    }
    return answers.stream().allMatch(SimSwap.Unknown.class::isInstance)
        ? new SimSwapState.Unknown()
        : new SimSwapState.Unchanged();
  }
}

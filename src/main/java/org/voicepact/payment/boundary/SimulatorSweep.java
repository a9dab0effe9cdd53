package org.voicepact.payment.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.payment.control.AnsweringPrompt;
import org.voicepact.payment.control.SimulatedPrompts;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.control.WholeNumberSetting;
import org.voicepact.platform.entity.DatabaseReady;

/** Approves the prompts of the simulated provider by itself, where {@code PAYMENT_SIMULATOR_DELAY} says so. */
@Singleton
public class SimulatorSweep implements Configured {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final OptionalInt delay;
  private final SimulatedPrompts prompts;
  private final AnsweringPrompt answering;

  /**
   * @param delay seconds, or {@code never}
   * @throws IllegalStateException where it is neither
   */
  @Inject
  public SimulatorSweep(
      @ConfigProperty(name = "PAYMENT_SIMULATOR_DELAY") String delay,
      SimulatedPrompts prompts,
      AnsweringPrompt answering) {
    this.delay = delay.strip().equals("never")
        ? OptionalInt.empty()
        : OptionalInt.of(WholeNumberSetting.read("PAYMENT_SIMULATOR_DELAY", delay, 0));
    this.prompts = prompts;
    this.answering = answering;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    delay.ifPresent(seconds -> recurring.every(
        PAUSE,
        "the simulated provider of mobile money",
        () -> RecurringWork.withEach(
            prompts.waitingFor(Duration.ofSeconds(seconds)),
            order -> answering.answer(order, true),
            order -> "the prompt " + order + " could not be approved")));
  }
}

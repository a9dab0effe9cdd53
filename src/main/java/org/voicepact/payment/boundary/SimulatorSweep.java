package org.voicepact.payment.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.payment.control.AnsweringPrompt;
import org.voicepact.payment.control.SimulatedPrompts;
import org.voicepact.payment.control.SimulatorSettings;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * Approves the prompts of the simulated provider by itself, where {@code PAYMENT_SIMULATOR_DELAY} says so, and ends those
 * that nobody has answered.
 */
@Singleton
public class SimulatorSweep {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration EXPIRY_PAUSE = Duration.ofSeconds(20);

  private final SimulatorSettings settings;
  private final SimulatedPrompts prompts;
  private final AnsweringPrompt answering;

  @Inject
  public SimulatorSweep(
      SimulatorSettings settings, SimulatedPrompts prompts, AnsweringPrompt answering) {
    this.settings = settings;
    this.prompts = prompts;
    this.answering = answering;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    settings
        .delay()
        .ifPresent(delay -> recurring.every(
            PAUSE, "the simulated provider of mobile money", () -> answer(delay, true)));
    recurring.every(
        EXPIRY_PAUSE, "the end of simulated prompts", () -> answer(settings.expiry(), false));
  }

  private void answer(Duration waiting, boolean approved) {
    RecurringWork.withEach(
        prompts.waitingFor(waiting),
        order -> answering.answer(order, approved),
        order -> "the prompt " + order + " could not be answered");
  }
}

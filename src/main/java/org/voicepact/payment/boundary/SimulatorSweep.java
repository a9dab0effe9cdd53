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

/** Approves the prompts of the simulated provider by itself, where {@code PAYMENT_SIMULATOR_DELAY} says so. */
@Singleton
public class SimulatorSweep {

  private static final Duration PAUSE = Duration.ofSeconds(1);

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
            PAUSE,
            "the simulated provider of mobile money",
            () -> RecurringWork.withEach(
                prompts.waitingFor(delay),
                order -> answering.answer(order, true),
                order -> "the prompt " + order + " could not be approved")));
  }
}

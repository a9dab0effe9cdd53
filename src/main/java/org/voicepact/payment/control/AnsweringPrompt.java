package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.voicepact.payment.entity.SimulatedPrompt;

/** Answers a prompt of the simulated provider, which then tells of it as a real one does. */
@Singleton
public class AnsweringPrompt {

  private final SimulatedPrompts prompts;
  private final ReceivingNotice receiving;

  @Inject
  public AnsweringPrompt(SimulatedPrompts prompts, ReceivingNotice receiving) {
    this.prompts = prompts;
    this.receiving = receiving;
  }

  /**
   * @return false where there is no such prompt that waits
   */
  public boolean answer(String order, boolean approved) {
    Optional<SimulatedPrompt> answered = prompts.answer(order, approved);
    answered.ifPresent(prompt -> receiving.receive(
        Optional.of(SimulatedMoney.NAME),
        prompt.callback().map(address -> address.substring(address.lastIndexOf('/') + 1)),
        SimulatedMoney.notice(prompt)));
    return answered.isPresent();
  }
}

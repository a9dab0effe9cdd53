package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.SimulatedPrompt;
import org.voicepact.platform.entity.PhoneNumber;

/** The phones of the simulated provider: what waits for a PIN on them. */
@Singleton
public class SimulatedPrompts {

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public SimulatedPrompts(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Nothing happens where the instruction is known. */
  @Transactional
  public void add(Instruction instruction, Direction direction) {
    if (entities.find(SimulatedPrompt.class, instruction.id()) == null) {
      SimulatedPrompt prompt = new SimulatedPrompt(instruction, direction, clock.instant());
      if (direction == Direction.PAYOUT) {
        prompt.answer(SimulatedPrompt.State.APPROVED, receipt(prompt), clock.instant());
      }
      entities.persist(prompt);
    }
  }

  @Transactional
  public Optional<SimulatedPrompt> find(String order) {
    return Optional.ofNullable(entities.find(SimulatedPrompt.class, order));
  }

  /** What waits for this person's PIN, the oldest first. */
  @Transactional
  public List<SimulatedPrompt> waiting(PhoneNumber phone) {
    return entities
        .createQuery(
            "SELECT p FROM SimulatedPrompt p WHERE p.phone = :phone"
                + " AND p.state = org.voicepact.payment.entity.SimulatedPrompt.State.WAITING"
                + " ORDER BY p.createdAt",
            SimulatedPrompt.class)
        .setParameter("phone", phone.e164())
        .getResultList();
  }

  /** What has moved money from one moment to another, both inclusive. */
  @Transactional
  public List<SimulatedPrompt> approved(Instant from, Instant to) {
    return entities
        .createQuery(
            "SELECT p FROM SimulatedPrompt p WHERE p.answeredAt >= :from AND p.answeredAt <= :to"
                + " AND p.state = org.voicepact.payment.entity.SimulatedPrompt.State.APPROVED"
                + " ORDER BY p.answeredAt, p.orderId",
            SimulatedPrompt.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  /** What has waited at least so long. */
  @Transactional
  public List<String> waitingFor(Duration time) {
    return entities
        .createQuery(
            "SELECT p.orderId FROM SimulatedPrompt p WHERE p.createdAt <= :since"
                + " AND p.state = org.voicepact.payment.entity.SimulatedPrompt.State.WAITING"
                + " ORDER BY p.createdAt",
            String.class)
        .setParameter("since", clock.instant().minus(time))
        .getResultList();
  }

  /**
   * @return the prompt, where this has answered it
   */
  @Transactional
  public Optional<SimulatedPrompt> answer(String order, boolean approved) {
    SimulatedPrompt prompt =
        entities.find(SimulatedPrompt.class, order, LockModeType.PESSIMISTIC_WRITE);
    if (prompt == null) {
      return Optional.empty();
    }
    boolean isNews = approved
        ? prompt.answer(SimulatedPrompt.State.APPROVED, receipt(prompt), clock.instant())
        : prompt.answer(SimulatedPrompt.State.REFUSED, Optional.empty(), clock.instant());
    return Optional.of(prompt).filter(each -> isNews);
  }

  private static Optional<String> receipt(SimulatedPrompt prompt) {
    return Optional.of("SIM-" + prompt.orderId());
  }
}

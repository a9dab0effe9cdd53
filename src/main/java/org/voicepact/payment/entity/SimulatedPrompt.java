package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.WireValue;

/** What the simulated provider knows of an instruction: a prompt on a phone, or what was paid to one. */
@Entity
@Table(name = "simulated_prompt")
public class SimulatedPrompt {

  /** What became of it. */
  public enum State implements WireValue {
    WAITING,
    APPROVED,
    REFUSED;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @Column(name = "order_id")
  private String orderId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Direction direction;

  @Column(name = "contract_id")
  private String contractId;

  private String phone;

  private long amount;

  private String currency;

  @Enumerated(EnumType.STRING)
  private State state = State.WAITING;

  private String callback;

  private String receipt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "answered_at")
  private Instant answeredAt;

  protected SimulatedPrompt() {}

  public SimulatedPrompt(Instruction instruction, Direction direction, Instant now) {
    this.orderId = instruction.id();
    this.direction = direction;
    this.contractId = instruction.contractId();
    this.phone = instruction.phone().e164();
    this.amount = instruction.amount().minorUnits();
    this.currency = instruction.amount().currency().getCurrencyCode();
    this.callback = instruction.callback().toString();
    this.createdAt = now;
  }

  /**
   * The person typed the PIN, or refused to.
   *
   * @param number of the movement, where money moves
   * @return false where that was done before
   */
  public boolean answer(State how, Optional<String> number, Instant now) {
    if (state != State.WAITING) {
      return false;
    }
    state = how;
    receipt = number.orElse(null);
    answeredAt = now;
    return true;
  }

  public void erasePersonalData() {
    phone = null;
    callback = null;
  }

  public String orderId() {
    return orderId;
  }

  public Direction direction() {
    return direction;
  }

  public String contractId() {
    return contractId;
  }

  public Money amount() {
    return Money.ofMinorUnits(amount, Currency.getInstance(currency));
  }

  public State state() {
    return state;
  }

  /** Where the notice goes; empty once personal data was erased. */
  public Optional<String> callback() {
    return Optional.ofNullable(callback);
  }

  public Optional<String> receipt() {
    return Optional.ofNullable(receipt);
  }

  /** Empty while it waits. */
  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  public Instant createdAt() {
    return createdAt;
  }
}

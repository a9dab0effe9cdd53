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
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.WireValue;

/** A part of a payment, or all of it, that goes to the seller or back to the buyer. */
@Entity
@Table(name = "payout")
public class Payout {

  /** Who gets it. */
  public enum Kind implements WireValue {
    RELEASE(Role.SELLER, Account.SELLER),
    REFUND(Role.BUYER, Account.BUYER);

    private final Role receiver;
    private final Account account;

    Kind(Role receiver, Account account) {
      this.receiver = receiver;
      this.account = account;
    }

    public Role receiver() {
      return receiver;
    }

    Account account() {
      return account;
    }

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is. */
  public enum State implements WireValue {
    /** It waits for its time, and can still be stopped. */
    SCHEDULED,
    /** It was stopped before the provider was told. */
    STOPPED,
    /** The provider is told, or about to be. */
    ORDERED,
    PAID,
    /** The provider has not paid, and will not; the money is held again. */
    FAILED,
    /** Nobody but a person can find out what became of it. */
    IN_REVIEW;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  private String id;

  @Column(name = "payment_id")
  private String paymentId;

  @Column(name = "order_id")
  private String orderId;

  @Column(name = "contract_id")
  private String contractId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private long amount;

  private String currency;

  @Enumerated(EnumType.STRING)
  private State state = State.SCHEDULED;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "doubted_at")
  private Instant doubtedAt;

  private String reason;

  @Column(name = "is_number_accepted")
  private boolean isNumberAccepted;

  @Column(name = "contested_at")
  private Instant contestedAt;

  private int corrections;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Payout() {}

  Payout(String id, Payment payment, Kind kind, Money amount, Instant now, Instant due) {
    this.id = id;
    this.paymentId = payment.id();
    this.contractId = payment.contract().value();
    this.kind = kind;
    this.amount = amount.minorUnits();
    this.currency = amount.currency().getCurrencyCode();
    this.createdAt = now;
    this.dueAt = due;
  }

  /** Whether its part of the payment is spoken for. */
  boolean takes() {
    return isContested() || state != State.STOPPED && state != State.FAILED;
  }

  /** Whether it has failed and was perhaps paid after all, or the other way round. */
  boolean isContested() {
    return contestedAt != null;
  }

  /** Keeps it from going, where it has not gone yet. */
  public boolean stop(String why, Instant now) {
    if (state != State.SCHEDULED) {
      return false;
    }
    end(State.STOPPED, now);
    reason = Shortened.of(why);
    return true;
  }

  /** People know that its numbers are in doubt, and want it to go. */
  public void acceptNumber() {
    isNumberAccepted = true;
  }

  public boolean isNumberAccepted() {
    return isNumberAccepted;
  }

  /** A look at its numbers got no answer: later again. */
  public void doubt(Instant now, Instant again) {
    if (doubtedAt == null) {
      doubtedAt = now;
    }
    dueAt = again;
  }

  /**
   * The provider is to be told.
   *
   * @return the movement by which its money is no longer held
   */
  public Movement ordered(MoneyOrder order) {
    if (state != State.SCHEDULED) {
      throw new IllegalStateException("a payout is ordered once");
    }
    state = State.ORDERED;
    orderId = order.id();
    return Movement.ordered(this);
  }

  /**
   * The provider says that it has paid; to say so again changes nothing. Of one that has failed, only people say it, and
   * its money must still be held.
   */
  Optional<Movement> paid(Instant now) {
    return switch (state) {
      case ORDERED, IN_REVIEW -> {
        end(State.PAID, now);
        yield Optional.of(Movement.paid(this));
      }
      case FAILED -> {
        end(State.PAID, now);
        yield Optional.of(Movement.paidAfterAll(this, corrections++));
      }
      default -> {
        contestedAt = null;
        yield Optional.empty();
      }
    };
  }

  /**
   * It was not paid and will not be; to say so again changes nothing. Of one that counts as paid, or as failed and
   * perhaps paid after all, only people say it.
   */
  Optional<Movement> failed(String why, Instant now) {
    Optional<Movement> movement = switch (state) {
      case ORDERED, IN_REVIEW -> Optional.of(Movement.returned(this));
      case PAID -> Optional.of(Movement.reversed(this, corrections++));
      default -> Optional.empty();
    };
    if (movement.isPresent() || isContested()) {
      end(State.FAILED, now);
      reason = Shortened.of(why);
    }
    return movement;
  }

  /**
   * Only people can find out what became of it. Where it had failed or was paid and something says otherwise, it keeps
   * its state and is contested: nobody is promised its money until they have.
   */
  void doubt(String why, Instant now) {
    if (isEnded()) {
      contestedAt = now;
    } else if (state == State.ORDERED) {
      state = State.IN_REVIEW;
      reason = Shortened.of(why);
    }
  }

  private boolean isEnded() {
    return state == State.FAILED || state == State.PAID;
  }

  /** Whether only people can find out what became of it. */
  boolean isInDoubt() {
    return state == State.IN_REVIEW || isContested();
  }

  private void end(State how, Instant now) {
    state = how;
    endedAt = now;
    contestedAt = null;
    reason = null;
  }

  /** Forgets what was said about it. */
  public void erasePersonalData() {
    reason = null;
  }

  public String id() {
    return id;
  }

  public String paymentId() {
    return paymentId;
  }

  /** By which the provider knows it; empty until it is told. */
  public Optional<String> orderId() {
    return Optional.ofNullable(orderId);
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  public Kind kind() {
    return kind;
  }

  public Money amount() {
    return Money.ofMinorUnits(amount, Currency.getInstance(currency));
  }

  public State state() {
    return state;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** Since when a look at its numbers gets no answer. */
  public Optional<Instant> doubtedAt() {
    return Optional.ofNullable(doubtedAt);
  }

  /** Why it was stopped, failed or is in review. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Since when it was perhaps paid although it has failed, or not although it counts as paid. */
  public Optional<Instant> contestedAt() {
    return Optional.ofNullable(contestedAt);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}

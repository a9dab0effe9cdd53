package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * What a provider is told to do, and how far it has come. It is told once: after a call of which nobody knows whether
 * it arrived, it is only asked for.
 */
@Entity
@Table(name = "money_order")
public class MoneyOrder {

  /** How far it is. */
  public enum State {
    /** It is to be told: it was not, or the call has certainly not left. */
    QUEUED,
    /** A server tells it at present, or has died while it did. */
    CALLING,
    /** The provider has it, or may have it, and is asked for it. */
    TOLD,
    /** The money has moved. */
    SUCCEEDED,
    /** No money has moved and none will. */
    FAILED,
    /** Only a person can find out. */
    IN_REVIEW
  }

  /** What is to be done with an order whose turn it is. */
  public enum Turn {
    TELL,
    ASK
  }

  /** What an answer has made of it. */
  public enum Effect {
    NONE,
    SUCCEEDED,
    FAILED,
    IN_REVIEW
  }

  /** A server that has not said by then what became of its call has died. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** So long an order that no provider could be told of is tried. */
  static final Duration LONGEST_WITHOUT_CALL = Duration.ofHours(1);

  /** So long a provider may say nothing clear. */
  static final Duration LONGEST_UNCLEAR = Duration.ofHours(24);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  @Id
  private String id;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Column(name = "contract_id")
  private String contractId;

  private String phone;

  private long amount;

  private String currency;

  @Enumerated(EnumType.STRING)
  private State state = State.QUEUED;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "called_at")
  private Instant calledAt;

  private int attempts;

  private int questions;

  @Embedded
  private ProviderNumbers numbers;

  private String failure;

  private boolean contradicted;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected MoneyOrder() {}

  /**
   * @param id new, and never used for another
   * @param provider by its name
   * @param phone of who pays or is paid
   */
  public MoneyOrder(
      String id,
      Direction direction,
      String provider,
      ContractId contract,
      PhoneNumber phone,
      Money amount,
      Instant now) {
    this.id = id;
    this.direction = direction;
    this.numbers = new ProviderNumbers(provider);
    this.contractId = contract.value();
    this.phone = phone.e164();
    this.amount = amount.minorUnits();
    this.currency = amount.currency().getCurrencyCode();
    this.createdAt = now;
    this.nextAt = now;
  }

  /** Takes it for a call, which begins after this is committed. */
  public Turn take(Instant now) {
    nextAt = now.plus(PATIENCE);
    if (state == State.QUEUED) {
      state = State.CALLING;
      calledAt = now;
      attempts++;
      return Turn.TELL;
    }
    // One that was being told belongs to a server that has died: nobody knows whether its call
    // arrived.
    state = State.TOLD;
    questions++;
    return Turn.ASK;
  }

  /** What the provider answered on being told. */
  public Effect told(ProviderReply reply, Instant now) {
    if (reply instanceof ProviderReply.Taken taken) {
      numbers.learnReference(taken.providerReference());
    }
    if (state != State.CALLING && state != State.TOLD) {
      return Effect.NONE;
    }
    if (reply instanceof ProviderReply.Refused refused) {
      return end(State.FAILED, refused.reason(), now);
    }
    if (reply instanceof ProviderReply.NotCalled notCalled && state == State.CALLING) {
      return notCalled(notCalled.reason(), now);
    }
    state = State.TOLD;
    nextAt = now.plus(FIRST_PAUSE);
    if (reply instanceof ProviderReply.Lost lost) {
      failure = Shortened.of(lost.reason());
    }
    return Effect.NONE;
  }

  private Effect notCalled(String reason, Instant now) {
    if (now.isAfter(createdAt.plus(LONGEST_WITHOUT_CALL))) {
      return end(State.FAILED, "the provider could not be reached: " + reason, now);
    }
    state = State.QUEUED;
    calledAt = null;
    failure = Shortened.of(reason);
    nextAt = now.plus(pause(attempts));
    return Effect.NONE;
  }

  /** What the provider answered on being asked. After an end only what contradicts it has an effect. */
  public Effect answered(Standing standing, Instant now) {
    if (state == State.QUEUED || state == State.CALLING) {
      // Nobody has asked.
      return Effect.NONE;
    }
    if (standing instanceof Standing.Succeeded succeeded) {
      return succeeded(succeeded, now);
    }
    if (standing instanceof Standing.Failed failed) {
      return failed(failed.reason(), now);
    }
    if (state != State.TOLD) {
      return Effect.NONE;
    }
    if (standing instanceof Standing.NotKnown unknown) {
      return end(State.IN_REVIEW, "the provider knows nothing of it: " + unknown.reason(), now);
    }
    if (now.isAfter(createdAt.plus(LONGEST_UNCLEAR))) {
      return end(State.IN_REVIEW, "the provider has said nothing clear for a day", now);
    }
    if (standing instanceof Standing.NoAnswer none) {
      failure = Shortened.of(none.reason());
    }
    nextAt = now.plus(pause(questions));
    return Effect.NONE;
  }

  private Effect succeeded(Standing.Succeeded succeeded, Instant now) {
    if (state == State.SUCCEEDED) {
      return Effect.NONE;
    }
    if (state == State.FAILED) {
      return contradicted("the provider said that it failed, and then that it succeeded");
    }
    if (succeeded.amount().filter(said -> !said.equals(amount())).isPresent()) {
      return end(State.IN_REVIEW, "the provider says another amount", now);
    }
    numbers.setReceipt(receiptOf(succeeded).orElse(null));
    return end(State.SUCCEEDED, null, now);
  }

  private Effect failed(String reason, Instant now) {
    if (state == State.FAILED) {
      return Effect.NONE;
    }
    if (state == State.SUCCEEDED) {
      return contradicted("the provider said that it succeeded, and then that it failed");
    }
    return end(State.FAILED, reason, now);
  }

  /** What people found out. Where the provider says otherwise later, that is a contradiction and moves nothing. */
  public Effect settle(Settlement settlement) {
    if (!settlement.fits(this)) {
      throw new IllegalStateException("nobody but the provider can say what becomes of it");
    }
    if (settlement.outcome() == Settlement.Outcome.NOT_MOVED) {
      numbers.setReceipt(null);
      return end(State.FAILED, "two people have found that it has not moved", settlement.at());
    }
    settlement.receipt().ifPresent(numbers::setReceipt);
    return end(State.SUCCEEDED, null, settlement.at());
  }

  /** Whether it is its turn. */
  public boolean isDue(Instant now) {
    boolean isOpen = state == State.QUEUED || state == State.CALLING || state == State.TOLD;
    return isOpen && phone != null && !nextAt.isAfter(now);
  }

  /** The number of the movement: what the provider says on being asked, else what its notice said. */
  public Optional<String> receiptOf(Standing.Succeeded succeeded) {
    return numbers.receiptOr(succeeded.receipt());
  }

  /**
   * Takes from a notice what an answer did not say: by which number the provider knows the order, where that answer was
   * lost, and the receipt, which some providers say nowhere else.
   *
   * @param notice that fits, and came to an address that only the provider was told: by a number of somebody else's, we
   *     would ask for the wrong movement
   */
  public void learn(ProviderNotice notice) {
    learnReference(notice);
    if (notice.claim() == ProviderNotice.Claim.SUCCEEDED) {
      numbers.learnReceipt(notice.receipt());
    }
  }

  /** Takes by which number the provider knows the order, where the answer that had it was lost. */
  public void learnReference(ProviderNotice notice) {
    numbers.learnReference(notice.providerReference());
  }

  /** The number of a movement whose notice came after the answer, which named none. */
  public Optional<String> lateReceipt() {
    return state == State.SUCCEEDED ? numbers.lateReceipt() : Optional.empty();
  }

  /** Takes that number, which is no other movement’s. */
  public void completeReceipt() {
    lateReceipt().ifPresent(numbers::setReceipt);
  }

  /** The state stays: the ledger was moved by it. */
  private Effect contradicted(String how) {
    contradicted = true;
    failure = Shortened.of(how);
    return Effect.IN_REVIEW;
  }

  /** Somebody has to look at it, whatever it is. */
  public Effect doubt(String why, Instant now) {
    return isEnded() ? contradicted(why) : end(State.IN_REVIEW, why, now);
  }

  /** There is reason to believe that the provider has something new to say. Nobody is asked for what was erased. */
  public void askSoon(Instant now) {
    if (phone != null && (state == State.TOLD || state == State.IN_REVIEW)) {
      state = State.TOLD;
      endedAt = null;
      nextAt = now;
    }
  }

  private Effect end(State how, String why, Instant now) {
    state = how;
    contradicted = false;
    failure = why == null ? null : Shortened.of(why);
    endedAt = now;
    return switch (how) {
      case SUCCEEDED -> Effect.SUCCEEDED;
      case FAILED -> Effect.FAILED;
      default -> Effect.IN_REVIEW;
    };
  }

  private static Duration pause(int times) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 20));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /** Forgets whose number it was and what the provider said. */
  public void erasePersonalData() {
    phone = null;
    failure = null;
  }

  /** Whether money has moved, or certainly will not. */
  public boolean isEnded() {
    return state == State.SUCCEEDED || state == State.FAILED;
  }

  /** Whether something was said since its end that does not agree with it. */
  public boolean isContradicted() {
    return contradicted;
  }

  /** Whether it is still to be told or asked for. */
  public boolean isOnItsWay() {
    return state == State.QUEUED || state == State.CALLING || state == State.TOLD;
  }

  public String id() {
    return id;
  }

  public Direction direction() {
    return direction;
  }

  public String provider() {
    return numbers.provider();
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  /** Empty once personal data was erased. */
  public Optional<PhoneNumber> phone() {
    return Optional.ofNullable(phone).map(PhoneNumber::new);
  }

  public Money amount() {
    return Money.ofMinorUnits(amount, Currency.getInstance(currency));
  }

  public State state() {
    return state;
  }

  /** When it is to be told or asked for; of one that was taken, until when it is whose who took it. */
  public Instant nextAt() {
    return nextAt;
  }

  public Optional<String> providerReference() {
    return numbers.reference();
  }

  /** The provider's number of the movement. */
  public Optional<String> receipt() {
    return numbers.receipt();
  }

  /** Why it failed or is in review, or why it could not be told or asked for the last time. */
  public String failure() {
    return failure == null ? "" : failure;
  }
}

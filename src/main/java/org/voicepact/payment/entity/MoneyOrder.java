package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
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
public class MoneyOrder extends ProviderOrder {

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

  /**
   * So long it is tried to ask somebody for a payment. What somebody is to be paid waits as long as it takes: it is owed. A
   * dispute takes it back, or two people.
   */
  static final Duration LONGEST_WITHOUT_CALL = Duration.ofHours(1);

  /** So long a provider may say nothing clear, from when it was told. */
  static final Duration LONGEST_UNCLEAR = Duration.ofHours(24);

  private static final String WITHDRAWN = "it was withdrawn before the provider was told";
  private static final String OTHER_AMOUNT = "the provider says another amount";
  private static final String FAILED_FIRST =
      "the provider said that it failed, and then that it succeeded";
  private static final String SUCCEEDED_FIRST =
      "the provider said that it succeeded, and then that it failed";

  @Enumerated(EnumType.STRING)
  private State state = State.QUEUED;

  @Embedded
  private Turns turns;

  private String failure;

  @Embedded
  private Doubt doubt = new Doubt();

  private boolean withdrawn;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected MoneyOrder() {}

  /**
   * @param id new, and never used for another
   * @param carrier whom it is told
   * @param phone of who pays or is paid
   */
  public MoneyOrder(
      String id,
      Direction direction,
      Carrier carrier,
      ContractId contract,
      PhoneNumber phone,
      Money amount,
      Instant now) {
    super(id, direction, carrier, contract, phone, amount, now);
    this.turns = new Turns(now);
  }

  /** Takes it for a call, which begins after this is committed. */
  public Turn take(Instant now) {
    if (state == State.QUEUED) {
      state = State.CALLING;
      turns.tell(now);
      return Turn.TELL;
    }
    if (!isEnded()) {
      // One that was being told belongs to a server that has died: nobody knows whether its call
      // arrived.
      state = State.TOLD;
    }
    turns.ask(now);
    return Turn.ASK;
  }

  /** What the provider answered on being told. */
  public Effect told(ProviderReply reply, Instant now) {
    if (reply instanceof ProviderReply.Taken taken) {
      numbers().learnReference(taken.providerReference());
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
    turns.told(now);
    if (reply instanceof ProviderReply.Lost lost) {
      failure = Shortened.of(lost.reason());
    }
    return Effect.NONE;
  }

  private Effect notCalled(String reason, Instant now) {
    if (withdrawn) {
      return end(State.FAILED, WITHDRAWN, now);
    }
    if (direction() == Direction.COLLECTION
        && now.isAfter(createdAt().plus(LONGEST_WITHOUT_CALL))) {
      return end(State.FAILED, "the provider could not be reached: " + reason, now);
    }
    state = State.QUEUED;
    failure = Shortened.of(reason);
    turns.notTold(now);
    return Effect.NONE;
  }

  /**
   * What the provider answered on being asked. After an end only what contradicts it has an effect, and what clears up such a
   * contradiction.
   */
  public Effect answered(Standing standing, Instant now) {
    if (!isTold()) {
      // Nobody has asked.
      return Effect.NONE;
    }
    if (doubt.isAsked() && turns.isAsked()) {
      return reconsidered(standing, now);
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
      return lost("the provider knows nothing of it: " + unknown.reason(), now);
    }
    if (now.isAfter(turns.lastTold().orElse(createdAt()).plus(LONGEST_UNCLEAR))) {
      return lost("the provider has said nothing clear for a day", now);
    }
    if (standing instanceof Standing.NoAnswer none) {
      failure = Shortened.of(none.reason());
    }
    turns.askAgain(now);
    return Effect.NONE;
  }

  /** Nobody will hear of it any more, and where nobody waits for it either, nobody has to look at it. */
  private Effect lost(String why, Instant now) {
    Effect effect = end(State.IN_REVIEW, why, now);
    return withdrawn && direction() == Direction.COLLECTION ? Effect.NONE : effect;
  }

  private Effect succeeded(Standing.Succeeded succeeded, Instant now) {
    if (state == State.SUCCEEDED) {
      return Effect.NONE;
    }
    if (state == State.FAILED) {
      return contradicted(FAILED_FIRST, now);
    }
    if (isOfAnotherAmount(succeeded)) {
      return end(State.IN_REVIEW, OTHER_AMOUNT, now);
    }
    numbers().setReceipt(receiptOf(succeeded).orElse(null));
    return end(State.SUCCEEDED, null, now);
  }

  private Effect failed(String reason, Instant now) {
    if (state == State.FAILED) {
      return Effect.NONE;
    }
    if (state == State.SUCCEEDED) {
      return contradicted(SUCCEEDED_FIRST, now);
    }
    return end(State.FAILED, reason, now);
  }

  /**
   * The answer to a question about a contradiction. It decides, unless money would have to come back out of the books: that
   * a payment has not come, or a failed payout was paid after all, only people say.
   */
  private Effect reconsidered(Standing standing, Instant now) {
    if (standing instanceof Standing.Succeeded succeeded) {
      if (isOfAnotherAmount(succeeded)) {
        return moved(OTHER_AMOUNT);
      }
      if (state == State.FAILED && direction() == Direction.PAYOUT) {
        return moved(FAILED_FIRST);
      }
      if (numbers().isKnownByAnother(succeeded.receipt())) {
        return moved("the provider says another receipt");
      }
      if (receipt().isEmpty()) {
        numbers().setReceipt(receiptOf(succeeded).orElse(null));
      }
      return end(State.SUCCEEDED, null, now);
    }
    if (standing instanceof Standing.Failed failed) {
      return state == State.FAILED
          ? end(State.FAILED, failed.reason(), now)
          : leaveToPeople(SUCCEEDED_FIRST);
    }
    if (standing instanceof Standing.NotKnown unknown) {
      return leaveToPeople("the provider knows nothing of it: " + unknown.reason());
    }
    if (doubt.isOverdue(now)) {
      return leaveToPeople("the provider has said nothing clear for a day");
    }
    turns.askAgain(now);
    return Effect.NONE;
  }

  /** Money has moved, but not as we know it: whatever was decided meanwhile, somebody has to look. */
  private Effect moved(String how) {
    leaveToPeople(how);
    return Effect.IN_REVIEW;
  }

  /** They were told when the contradiction came. */
  private Effect leaveToPeople(String why) {
    doubt.leaveToPeople();
    failure = Shortened.of(why);
    return Effect.NONE;
  }

  private boolean isOfAnotherAmount(Standing.Succeeded succeeded) {
    return succeeded.amount().filter(said -> !said.equals(amount())).isPresent();
  }

  /** Nobody waits for it any more. No provider is told of it now; one that was is still asked. */
  public Effect withdraw(Instant now) {
    withdrawn = true;
    return state == State.QUEUED ? end(State.FAILED, WITHDRAWN, now) : Effect.NONE;
  }

  /** Takes it back, where no provider was told: also a payout whose call is under way and does not arrive. */
  public Effect recall(Instant now) {
    return state == State.QUEUED || state == State.CALLING && direction() == Direction.PAYOUT
        ? withdraw(now)
        : Effect.NONE;
  }

  /** Whether the person may still be asked: by a call that is under way, or by one that was made within this time. */
  public boolean isOpen(Duration prompt, Instant now) {
    return state == State.CALLING
        || turns.lastTold().orElse(createdAt()).plus(prompt).isAfter(now);
  }

  /** What people found out. Where the provider says otherwise later, that is a contradiction, and it is asked. */
  public Effect settle(Settlement settlement) {
    if (!settlement.fits(this)) {
      throw new IllegalStateException("nobody but the provider can say what becomes of it");
    }
    if (settlement.outcome() == Settlement.Outcome.NOT_MOVED) {
      if (state != State.FAILED && (state != State.SUCCEEDED || isContradicted())) {
        // What moved and came back keeps its number, which is no other movement's.
        numbers().setReceipt(null);
      }
      if (state == State.SUCCEEDED) {
        doubt.leaveOnlyToPeople();
      }
      return end(State.FAILED, "two people have found that it has not moved", settlement.at());
    }
    settlement.receipt().ifPresent(numbers()::setReceipt);
    return end(State.SUCCEEDED, null, settlement.at());
  }

  /** Whether it is its turn. */
  public boolean isDue(Instant now) {
    return isToBeCalled() && phone().isPresent() && turns.isDue(now);
  }

  /** The number of a movement whose notice came after the answer, which named none. */
  public Optional<String> lateReceipt() {
    return state == State.SUCCEEDED ? numbers().lateReceipt() : Optional.empty();
  }

  /** Takes that number, which is no other movement’s. */
  public void completeReceipt() {
    lateReceipt().ifPresent(numbers()::setReceipt);
  }

  /**
   * Something says the opposite of how it ended. The state stays, for the ledger was moved by it; the provider is asked.
   */
  Effect contradicted(String how, Instant now) {
    if (doubt.raise(now)) {
      turns.askAnew(now);
    }
    failure = Shortened.of(how);
    return Effect.IN_REVIEW;
  }

  /** Somebody has to look at it, whatever it is: to ask would bring the same. */
  public Effect doubt(String why, Instant now) {
    if (!isEnded()) {
      return end(State.IN_REVIEW, why, now);
    }
    leaveToPeople(why);
    return Effect.IN_REVIEW;
  }

  /** There is reason to believe that the provider has something new to say. Nobody is asked for what was erased. */
  public void askSoon(Instant now) {
    if (phone().isPresent() && (state == State.TOLD || state == State.IN_REVIEW)) {
      state = State.TOLD;
      endedAt = null;
      turns.askSoon(now);
    }
  }

  private Effect end(State how, String why, Instant now) {
    if (state != how) {
      state = how;
      endedAt = now;
    }
    doubt.clear();
    failure = why == null ? null : Shortened.of(why);
    return switch (how) {
      case SUCCEEDED -> Effect.SUCCEEDED;
      case FAILED -> Effect.FAILED;
      default -> Effect.IN_REVIEW;
    };
  }

  /** Forgets whose number it was and what the provider said. */
  public void erasePersonalData() {
    forgetPhone();
    failure = null;
  }

  /** Whether it was told, or is over without that. */
  public boolean isTold() {
    return state != State.QUEUED && state != State.CALLING;
  }

  /** Whether money has moved, or certainly will not. */
  public boolean isEnded() {
    return state == State.SUCCEEDED || state == State.FAILED;
  }

  /** Whether something was said since its end that does not agree with it. */
  public boolean isContradicted() {
    return doubt.isOpen();
  }

  /** Whether the provider is to be told or asked of it, also after its end. */
  public boolean isToBeCalled() {
    return isOnItsWay() || doubt.isAsked();
  }

  /** Whether it is still to be told or asked for. */
  public boolean isOnItsWay() {
    return state == State.QUEUED || state == State.CALLING || state == State.TOLD;
  }

  public State state() {
    return state;
  }

  /** When it is to be told or asked for; of one that was taken, until when it is whose who took it. */
  public Instant nextAt() {
    return turns.nextAt();
  }

  /** Why it failed or is in review, or why it could not be told or asked for the last time. */
  public String failure() {
    return failure == null ? "" : failure;
  }
}

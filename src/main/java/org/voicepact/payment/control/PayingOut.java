package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.evidence.control.Commitments;
import org.voicepact.payment.entity.Carrier;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyWorkWanted;
import org.voicepact.payment.entity.PaymentReviewed;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.ReviewCause;
import org.voicepact.platform.entity.PhoneNumber;

/** Orders payouts whose time has come, unless their numbers are in doubt. Nothing is paid to any other number. */
@Singleton
public class PayingOut {

  /** So long a look at the numbers may get no answer. */
  static final Duration LONGEST_DOUBT = Duration.ofHours(1);

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 20;

  private final EntityManager entities;
  private final Contracts contracts;
  private final Payments payments;
  private final Ledger ledger;
  private final ChosenProvider provider;
  private final Event<Object> events;
  private final Clock clock;

  @Inject
  public PayingOut(
      EntityManager entities,
      Contracts contracts,
      Payments payments,
      Ledger ledger,
      ChosenProvider provider,
      Event<Object> events,
      Clock clock) {
    this.entities = entities;
    this.contracts = contracts;
    this.payments = payments;
    this.ledger = ledger;
    this.provider = provider;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A payout whose time has come.
   *
   * @param numbers that are to be looked at first; none where people have decided although they are in doubt
   */
  public record Due(String payment, String payout, List<PhoneNumber> numbers) {}

  /** None while no provider is chosen: an order would be bound to none for good. */
  @Transactional
  public List<Due> due() {
    return provider.isChosen() ? waiting() : List.of();
  }

  private List<Due> waiting() {
    return entities
        .createQuery(
            "SELECT o FROM Payout o WHERE o.state = org.voicepact.payment.entity.Payout.State.SCHEDULED"
                + " AND o.dueAt <= :now ORDER BY o.dueAt, o.id",
            Payout.class)
        .setParameter("now", clock.instant())
        .setMaxResults(AT_ONCE)
        .getResultStream()
        .map(payout -> new Due(payout.paymentId(), payout.id(), numbers(payout)))
        .toList();
  }

  private List<PhoneNumber> numbers(Payout payout) {
    if (payout.isNumberAccepted()) {
      return List.of();
    }
    Contract contract = contracts.view(payout.contract()).contract();
    return Stream.of(Role.BUYER, Role.SELLER)
        .filter(role -> payout.kind() == Payout.Kind.RELEASE || role == Role.BUYER)
        .flatMap(role -> receiver(contract, role).stream())
        .toList();
  }

  /** The number of the confirmed version, as its hash commits to it. */
  private static Optional<PhoneNumber> receiver(Contract contract, Role role) {
    return contract.parties().stream()
        .filter(party -> party.role() == role)
        .filter(party -> party.phone().isPresent() && party.commitmentKey().isPresent())
        .filter(party -> Commitments.party(
                party.commitmentKey().get(), party.name(), party.phone().get())
            .equals(party.commitment()))
        .findFirst()
        .flatMap(Party::phone);
  }

  /** Puts its money at the provider's disposal, and the order into the queue. */
  @Transactional
  public void order(Due due) {
    change(due, (contract, hold, payout, now) -> {
      Optional<PhoneNumber> receiver = receiver(contract, payout.kind().receiver());
      if (receiver.isEmpty()) {
        String why = "the receiver’s number is not the one that was confirmed";
        stop(contract, hold, payout, ReviewCause.NUMBER, why, now);
        return;
      }
      Carrier collectedBy =
          entities.find(MoneyOrder.class, hold.payment().orderId()).carrier();
      Carrier carrier = provider.carrier();
      if (collectedBy.isReal() != carrier.isReal()) {
        String why = "it came as " + words(collectedBy) + " and would go as " + words(carrier);
        stop(contract, hold, payout, ReviewCause.PAYOUT, why, now);
        return;
      }
      // Under the payout's own id: where an older copy of the database was restored, it is ordered
      // again, and the provider knows it.
      MoneyOrder order = new MoneyOrder(
          payout.id(),
          Direction.PAYOUT,
          carrier,
          payout.contract(),
          receiver.get(),
          payout.amount(),
          now);
      entities.persist(order);
      entities.flush();
      ledger.move(payout.ordered(order), now);
      events.fire(new MoneyWorkWanted());
    });
  }

  /** Its numbers are in doubt: a person decides. */
  @Transactional
  public void doubt(Due due, String reason) {
    change(
        due,
        (contract, hold, payout, now) ->
            stop(contract, hold, payout, ReviewCause.NUMBER, reason, now));
  }

  /** A look at its numbers got no answer. */
  @Transactional
  public void noAnswer(Due due, String reason) {
    change(due, (contract, hold, payout, now) -> {
      payout.doubt(now, now.plus(PAUSE));
      if (payout.doubtedAt().orElseThrow().plus(LONGEST_DOUBT).isBefore(now)) {
        stop(contract, hold, payout, ReviewCause.NUMBER, reason, now);
      }
    });
  }

  private static String words(Carrier carrier) {
    return (carrier.isReal() ? "real money by " : "play money by ") + carrier.provider();
  }

  private void stop(
      Contract contract, Hold hold, Payout payout, ReviewCause cause, String why, Instant now) {
    payout.stop(why, now);
    hold.payment().review(cause, why, now);
    events.fire(new PaymentReviewed(contract, hold.payment(), payout.amount()));
  }

  /** What is done with a payout that still waits. */
  @FunctionalInterface
  private interface Change {
    void make(Contract contract, Hold hold, Payout payout, Instant now);
  }

  /** Another server may have been faster, a dispute may have stopped it, and a doubt about its payment stops it here. */
  private void change(Due due, Change change) {
    Locked locked = contracts.lock(payments.contractOf(due.payment()));
    Hold hold = payments.find(due.payment());
    hold.payouts().stream()
        .filter(each -> each.id().equals(due.payout()))
        .filter(each -> each.state() == Payout.State.SCHEDULED)
        .findFirst()
        .ifPresent(payout -> {
          if (hold.payment().mayGoOut()) {
            change.make(locked.contract(), hold, payout, locked.now());
          } else {
            payout.stop("the payment is in review", locked.now());
          }
        });
  }
}

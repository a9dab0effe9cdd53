package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.ClaimNotice;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending;
import org.voicepact.sms.entity.Sending.Status;

/**
 * Tells contracts since when their buyers know of a delivery, and sellers where no message brings it to the buyer. It is
 * told behind the sending, by a sweep, because who sends has a lock on the message, and must not wait for one on the
 * contract as well.
 */
@Singleton
public class TimingClaims {

  private static final Set<Status> HAS_LEFT = EnumSet.of(Status.ACCEPTED, Status.DELIVERED);
  private static final Set<Status> IS_GIVEN_UP = EnumSet.of(Status.FAILED, Status.PARKED);

  private final EntityManager entities;
  private final Outbox outbox;
  private final Contracts contracts;
  private final DeliveringContract delivering;
  private final TellingParties telling;

  @Inject
  public TimingClaims(
      EntityManager entities,
      Outbox outbox,
      Contracts contracts,
      DeliveringContract delivering,
      TellingParties telling) {
    this.entities = entities;
    this.outbox = outbox;
    this.contracts = contracts;
    this.delivering = delivering;
    this.telling = telling;
  }

  /** Queues the message that tells the buyer of a delivery. */
  @Transactional(Transactional.TxType.MANDATORY)
  void notice(PhoneNumber buyer, String text, ContractId contract, int claim, Duration patience) {
    long message = outbox.notice(buyer, text, contract.value());
    // The row of the message has to be there before the one that names it.
    entities.flush();
    entities.persist(new ClaimNotice(message, contract.value(), claim, patience));
  }

  /** A message was reported as not delivered. */
  @Transactional(Transactional.TxType.MANDATORY)
  void lost(OutboundMessage message) {
    ClaimNotice notice =
        entities.find(ClaimNotice.class, message.id(), LockModeType.PESSIMISTIC_WRITE);
    if (notice != null) {
      notice.lost();
    }
  }

  /** The messages of whose fate a contract is to be told. */
  @Transactional
  public List<Long> open(int most) {
    return entities
        .createQuery(
            "SELECT m.id FROM ClaimNotice n JOIN OutboundMessage m ON m.id = n.messageId"
                + " WHERE n.isOpen = TRUE AND (n.isLost = TRUE OR m.sending.status IN :left"
                + " OR (m.sending.status IN :givenUp AND n.isSellerTold = FALSE))"
                + " ORDER BY m.id",
            Long.class)
        .setParameter("left", HAS_LEFT)
        .setParameter("givenUp", IS_GIVEN_UP)
        .setMaxResults(most)
        .getResultList();
  }

  /** Tells the contract. It is locked before the notice is: a report that comes at the same time is not overlooked. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tell(long messageId) {
    ClaimNotice notice = entities.find(ClaimNotice.class, messageId);
    ContractId contract = new ContractId(notice.contractId());
    Contract locked = contracts.lock(contract).contract();
    entities.refresh(notice, LockModeType.PESSIMISTIC_WRITE);
    if (!notice.isOpen()) {
      return;
    }
    if (notice.isLost()) {
      delivering.noticeLost(contract, notice.claim());
      notice.lossTold();
      return;
    }
    Sending sending = entities.find(OutboundMessage.class, messageId).sending();
    Optional<Instant> sent = sending.acceptedAt().filter(at -> HAS_LEFT.contains(sending.status()));
    if (sent.isPresent()) {
      delivering.noticeSent(contract, notice.claim(), sent.get(), notice.patience());
      notice.close();
    } else if (IS_GIVEN_UP.contains(sending.status()) && notice.givenUp()) {
      tellSeller(locked, notice.claim());
    }
  }

  /** Who delivered waits for an answer that cannot come before the buyer hears of it another way. */
  private void tellSeller(Contract contract, int claim) {
    if (contract.status() != ContractStatus.ACTIVE
        || contract.fulfilment().open().filter(open -> open.number() == claim).isEmpty()) {
      return;
    }
    TellingParties.phoneOf(contract, Role.SELLER)
        .ifPresent(seller ->
            telling.one(seller, contract, words -> words.text("claimed.unheard", contract.id())));
  }
}

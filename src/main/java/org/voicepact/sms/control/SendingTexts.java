package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.MessageRefusal;

/** Puts messages into the outbox that a caller of the API wants sent. The limits hold for them as for all others. */
@Singleton
public class SendingTexts {

  private final Contracts contracts;
  private final Outbox outbox;
  private final PersonTexts texts;
  private final AuditTrail audit;

  @Inject
  public SendingTexts(Contracts contracts, Outbox outbox, PersonTexts texts, AuditTrail audit) {
    this.contracts = contracts;
    this.outbox = outbox;
    this.texts = texts;
    this.audit = audit;
  }

  /** A message that waits in the outbox. */
  public record Queued(long id, PhoneNumber phone) {}

  /** The same words to each of the numbers. */
  @Transactional
  public List<Queued> send(Set<PhoneNumber> to, String text) {
    return to.stream().map(phone -> new Queued(outbox.free(phone, text), phone)).toList();
  }

  /**
   * The terms of a contract that waits for answers, once more to its parties.
   *
   * @param to some of the parties' numbers; all of them where it is empty
   * @throws ContractRefusal where there is no such contract
   * @throws MessageRefusal where it no longer waits for answers, or its record has no room left
   * @throws InvalidInput where one of the numbers is that of no party
   */
  @Transactional(dontRollbackOn = {ContractRefusal.class, MessageRefusal.class})
  public List<Queued> sendTerms(ContractId id, Set<PhoneNumber> to) {
    ContractView view = contracts.view(id);
    Contract contract = view.contract();
    if (contract.status() != ContractStatus.PENDING) {
      throw MessageRefusal.noAnswerWanted(contract.status());
    }
    if (!audit.hasRoom(Subject.contract(id.value()), Room.NOTICES)) {
      throw MessageRefusal.sentTooOften();
    }
    if (!contract.phones().containsAll(to)) {
      throw new InvalidInput("recipients", "must be numbers of parties to the contract");
    }
    Collection<PhoneNumber> asked = to.isEmpty() ? contract.phones() : to;
    return asked.stream()
        .map(phone -> new Queued(
            outbox.terms(
                phone,
                texts.terms(phone, contract, view.current()),
                contract.id().value(),
                contract.version()),
            phone))
        .toList();
  }
}

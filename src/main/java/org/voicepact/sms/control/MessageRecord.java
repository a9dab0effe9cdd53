package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.sms.entity.OutboundMessage;

/** Tells the audit trail what becomes of the messages about a contract. */
@Singleton
public class MessageRecord {

  private final Contracts contracts;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public MessageRecord(Contracts contracts, AuditTrail audit, Clock clock) {
    this.contracts = contracts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The gateway has taken a message; told where it is about a contract and to one of its parties, and where the record of
   * the contract has room for it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void sent(OutboundMessage message) {
    tell(message, "message.sent");
  }

  /** A delivery report has said whether it arrived; likewise. */
  @Transactional(Transactional.TxType.MANDATORY)
  void ended(OutboundMessage message, DeliveryNotice.End end) {
    tell(
        message, end == DeliveryNotice.End.DELIVERED ? "message.delivered" : "message.undelivered");
  }

  /** Anybody can cause answers and codes, as often as they like. */
  private static Room room(OutboundMessage message) {
    return switch (message.kind()) {
      case ANSWER, CODE -> Room.EXTRAS;
      case TERMS -> message.isUnasked() ? Room.STEPS : Room.EXTRAS;
      default -> Room.NOTICES;
    };
  }

  private void tell(OutboundMessage message, String action) {
    if (message.contractId() == null || message.isErased()) {
      return;
    }
    ContractId contract = new ContractId(message.contractId());
    Subject subject = Subject.contract(contract.value());
    if (!audit.hasRoom(subject, room(message))) {
      return;
    }
    contracts.commitmentOf(contract, message.phone()).ifPresent(party -> {
      Map<String, String> data = new HashMap<>();
      data.put("party", party);
      data.put("kind", message.kind().wire());
      if (message.contractVersion() != null) {
        data.put("version", Integer.toString(message.contractVersion()));
      }
      audit.bySystem(Channel.SMS, action, subject, data, clock.instant());
    });
  }
}

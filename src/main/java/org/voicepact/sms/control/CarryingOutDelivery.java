package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.control.AcceptingDelivery;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.control.DisputingContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.control.Fulfilled;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Effect;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SmsCommand;

/** Does what a person says of a delivery, and answers. */
@Singleton
public class CarryingOutDelivery {

  private static final int LONGEST_REASON = 500;

  /** A text names no version: once a contract is in force its terms do not change any more. */
  private static final Expected ANY_STATE = Expected.version(Optional.empty());

  private final DeliveringContract delivering;
  private final AcceptingDelivery accepting;
  private final DisputingContract disputing;
  private final RefusedActs refused;
  private final Outbox outbox;
  private final PersonTexts texts;
  private final OptOuts optOuts;

  @Inject
  public CarryingOutDelivery(
      DeliveringContract delivering,
      AcceptingDelivery accepting,
      DisputingContract disputing,
      RefusedActs refused,
      Outbox outbox,
      PersonTexts texts,
      OptOuts optOuts) {
    this.delivering = delivering;
    this.accepting = accepting;
    this.disputing = disputing;
    this.refused = refused;
    this.outbox = outbox;
    this.texts = texts;
    this.optOuts = optOuts;
  }

  /** One of the ways in which an act goes. */
  private interface Attempt {
    Fulfilled carryOut();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void deliver(SmsCommand.Deliver command, PhoneNumber sender, Provenance how) {
    ContractId id = command.contract();
    Claimed claimed = new Claimed(command.quantity(), Optional.empty());
    attempt(
        id,
        Action.DELIVER,
        sender,
        how,
        "you.delivered",
        () -> delivering.claim(id, sender, ANY_STATE, claimed, how));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void accept(SmsCommand.Accept command, PhoneNumber sender, Provenance how) {
    ContractId id = command.contract();
    attempt(
        id,
        Action.ACCEPT,
        sender,
        how,
        "you.accepted",
        () -> accepting.accept(id, sender, ANY_STATE, Optional.of(command.claim()), how));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void dispute(SmsCommand.Dispute command, PhoneNumber sender, Provenance how) {
    ContractId id = command.contract();
    String reason = command.reason();
    String kept = reason.substring(
        0,
        reason.offsetByCodePoints(
            0, Math.min(LONGEST_REASON, reason.codePointCount(0, reason.length()))));
    attempt(
        id,
        Action.DISPUTE,
        sender,
        how,
        "you.disputed",
        () -> disputing.dispute(id, sender, ANY_STATE, kept, how));
  }

  private void attempt(
      ContractId id,
      Action action,
      PhoneNumber sender,
      Provenance how,
      String answer,
      Attempt attempt) {
    try {
      Fulfilled done = attempt.carryOut();
      // A new status is told to all parties, the sender among them, but for those who want answers
      // alone.
      if (done.effect() != Effect.DECIDED || optOuts.has(sender)) {
        Contract contract = done.contract();
        outbox.answer(sender, texts.of(sender, contract).text(answer, id), Optional.of(id));
      }
    } catch (ContractRefusal refusal) {
      refused.record(id, action, sender, how, refusal);
      outbox.answer(sender, explanation(refusal, texts.of(sender), id), Optional.of(id));
    }
  }

  private static String explanation(ContractRefusal refusal, SmsTexts words, ContractId id) {
    String key = switch (refusal.reason()) {
      case EXPIRED -> "refused.expired";
      case CANCELLED -> "refused.cancelled";
      case NOT_YET_ACTIVE -> "refused.inactive";
      case COMPLETED -> "refused.completed";
      case DISPUTED -> "refused.disputed";
      case NOT_THE_SELLER -> "refused.seller";
      case NOT_THE_BUYER -> "refused.buyer";
      case NEITHER_BUYER_NOR_SELLER -> "refused.neither";
      case CLAIM_WAITS -> "refused.waits";
      case MORE_THAN_AGREED -> "refused.more";
      case NOTHING_CLAIMED -> "refused.nothing";
      default -> "refused.unknown";
    };
    return words.text(key, id);
  }
}

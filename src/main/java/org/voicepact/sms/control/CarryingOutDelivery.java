package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.control.AcceptingDelivery;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.control.DisputingContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.control.Fulfilled;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SmsCommand;

/** Does what a person says of a delivery, and answers. */
@Singleton
public class CarryingOutDelivery {

  private static final int MOST_LOOKED_AT = 20;
  private static final int SHORTEST_ABBREVIATION = 3;
  private static final Set<String> PLURALS = Set.of("", "s", "es");

  /** A text names no version: once a contract is in force its terms do not change any more. */
  private static final Expected ANY_STATE = Expected.version(Optional.empty());

  private final DeliveringContract delivering;
  private final AcceptingDelivery accepting;
  private final DisputingContract disputing;
  private final RefusedActs refused;
  private final Contracts contracts;
  private final Outbox outbox;
  private final PersonTexts texts;
  private final OptOuts optOuts;

  @Inject
  public CarryingOutDelivery(
      DeliveringContract delivering,
      AcceptingDelivery accepting,
      DisputingContract disputing,
      RefusedActs refused,
      Contracts contracts,
      Outbox outbox,
      PersonTexts texts,
      OptOuts optOuts) {
    this.delivering = delivering;
    this.accepting = accepting;
    this.disputing = disputing;
    this.refused = refused;
    this.contracts = contracts;
    this.outbox = outbox;
    this.texts = texts;
    this.optOuts = optOuts;
  }

  /** The newest contract of which a number is the buyer's and a delivery waits for an answer. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<ContractId> waitingFor(PhoneNumber buyer) {
    return contracts.openOf(buyer, MOST_LOOKED_AT).stream()
        .filter(contract -> waitsFor(buyer, contract))
        .findFirst()
        .map(Contract::id);
  }

  /** Whether a delivery of a contract waits for this number's answer. */
  boolean waitsFor(PhoneNumber buyer, Contract contract) {
    return contract.status() == ContractStatus.ACTIVE
        && contract.fulfilment().open().isPresent()
        && contract.parties().stream()
            .filter(party -> party.role() == Role.BUYER)
            .anyMatch(party -> party.phone().filter(buyer::equals).isPresent());
  }

  /** One of the ways in which an act goes. */
  private interface Attempt {
    Fulfilled carryOut();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void deliver(SmsCommand.Deliver command, PhoneNumber sender, Provenance how) {
    ContractId id = command.contract();
    if (command.unit().filter(unit -> !isUnitOf(id, unit, sender)).isPresent()) {
      outbox.answerSeldom(sender, texts.of(sender).text("unclear.delivery", id), Optional.of(id));
      return;
    }
    Claimed claimed = new Claimed(command.quantity(), Optional.empty());
    attempt(
        id,
        Action.DELIVER,
        sender,
        how,
        "you.delivered",
        () -> delivering.claim(id, sender, ANY_STATE, claimed, how));
  }

  /**
   * Whether the word is that of the terms, as "bag" and "Bags" are: 40 kg are not 40 bags. Who is no party learns nothing
   * of it.
   */
  private boolean isUnitOf(ContractId id, String word, PhoneNumber sender) {
    if (contracts.commitmentOf(id, sender).isEmpty()) {
      return true;
    }
    String said = word.toLowerCase(Locale.ROOT);
    // Not the whole contract: its deliveries would stay as they are read here, before it is locked.
    return contracts
        .version(id, contracts.currentVersion(id))
        .terms()
        .text(Terms.UNIT)
        .map(unit -> unit.toLowerCase(Locale.ROOT))
        .filter(unit -> isSame(unit, said))
        .isPresent();
  }

  /** But for a plural ending, or an abbreviation of three letters at least: "40k" may be 40,000. */
  private static boolean isSame(String one, String other) {
    String longer = one.length() >= other.length() ? one : other;
    String shorter = one.length() >= other.length() ? other : one;
    String ending = longer.startsWith(shorter) ? longer.substring(shorter.length()) : "?";
    return PLURALS.contains(ending)
        || !ending.equals("?") && shorter.length() >= SHORTEST_ABBREVIATION;
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
    attempt(
        id,
        Action.DISPUTE,
        sender,
        how,
        "you.disputed",
        () -> disputing.dispute(id, sender, ANY_STATE, command.reason(), how));
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
      Contract contract = done.contract();
      if (action == Action.ACCEPT && contract.fulfilment().open().isPresent()) {
        // It was an earlier delivery; the person must not take the one that waits for accepted.
        outbox.answer(
            sender,
            texts.of(sender, contract).status(contract, contract.party(sender)),
            Optional.of(id));
      } else if (done.effect() != Effect.DECIDED || optOuts.has(sender)) {
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
      case IN_TOO_MANY_PARTS -> "refused.parts";
      case NOTHING_CLAIMED -> "refused.nothing";
      default -> "refused.unknown";
    };
    return words.text(key, id);
  }
}

package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.contract.control.AcceptingDelivery;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.AnsweringContract.Answered;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.control.DisputingContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.control.Fulfilled;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.control.ResolvingDispute;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.entity.Act;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;

/** Does what a caller has typed two digits for, and says what came of it. */
@Singleton
public class CarryingOutAct {

  private final AnsweringContract answering;
  private final DeliveringContract delivering;
  private final AcceptingDelivery accepting;
  private final DisputingContract disputing;
  private final ResolvingDispute resolving;
  private final RefusedActs refused;
  private final ShowingScreen showing;

  @Inject
  public CarryingOutAct(
      AnsweringContract answering,
      DeliveringContract delivering,
      AcceptingDelivery accepting,
      DisputingContract disputing,
      ResolvingDispute resolving,
      RefusedActs refused,
      ShowingScreen showing) {
    this.answering = answering;
    this.delivering = delivering;
    this.accepting = accepting;
    this.disputing = disputing;
    this.resolving = resolving;
    this.refused = refused;
    this.showing = showing;
  }

  /**
   * @param asked the screen that asked for the digits: contract, act and what it is done to
   * @param words of the caller that belong to the act
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ContractRefusal.class)
  public Screen carryOut(Target asked, Dialler dialler, Optional<String> words, Provenance how) {
    Act act = asked.act().orElseThrow();
    try {
      return carryOut(act, asked, dialler, words, how);
    } catch (ContractRefusal refusal) {
      refused.record(asked.contract().orElseThrow(), act.action(), dialler.phone(), how, refusal);
      return explain(refusal, asked, dialler);
    }
  }

  private Screen carryOut(
      Act act, Target asked, Dialler dialler, Optional<String> words, Provenance how) {
    ContractId id = asked.contract().orElseThrow();
    PhoneNumber phone = dialler.phone();
    Optional<Integer> version = Optional.of(asked.number());
    Expected expected = Expected.version(version);
    return switch (act) {
      case CONFIRM -> confirmed(answering.confirm(id, phone, version, how), dialler);
      case DECLINE -> {
        answering.decline(id, phone, version, how);
        yield end(dialler, "end.declined", id);
      }
      case CLAIM -> {
        delivering.claim(id, phone, expected, Claimed.ALL, how);
        yield end(dialler, "end.claimed", id);
      }
      case ACCEPT -> {
        Expected any = Expected.version(Optional.empty());
        yield accepted(accepting.accept(id, phone, any, Optional.of(asked.number()), how), dialler);
      }
      case DISPUTE -> {
        disputing.dispute(id, phone, expected, Words.cleaned(words.orElseThrow()), how);
        yield end(dialler, "end.disputed", id);
      }
      case COMPLETE, CANCEL -> {
        Outcome outcome = act == Act.COMPLETE ? Outcome.COMPLETED : Outcome.CANCELLED;
        Decision decision = new Decision(outcome, Words.cleaned(words.orElseThrow()));
        resolving.byMediator(id, phone, expected, decision, how);
        yield end(dialler, "end.decided." + outcome.wire(), id);
      }
    };
  }

  private Screen accepted(Fulfilled fulfilled, Dialler dialler) {
    return end(
        dialler,
        fulfilled.contract().status() == ContractStatus.COMPLETED
            ? "end.completed"
            : "end.accepted",
        fulfilled.contract().id());
  }

  private Screen confirmed(Answered answered, Dialler dialler) {
    Contract contract = answered.contract();
    return contract.status() == ContractStatus.PENDING
        ? end(
            dialler,
            "end.confirmed",
            contract.id(),
            contract.answers(Confirmation.CONFIRMED),
            contract.parties().size())
        : end(dialler, "end.all", contract.id());
  }

  private Screen explain(ContractRefusal refusal, Target asked, Dialler dialler) {
    ContractId id = asked.contract().orElseThrow();
    return switch (refusal.reason()) {
      case EXPIRED -> end(dialler, "end.expired", id);
      case CANCELLED -> end(dialler, "end.cancelled", id);
      case NO_LONGER_PENDING -> end(dialler, "end.late", id);
      case PROOF_NEEDED -> end(dialler, "end.unproved", id);
      default ->
        showing.show(Target.contract(id, asked.number()), dialler, Optional.of("note.changed"));
    };
  }

  private Screen end(Dialler dialler, String key, Object... arguments) {
    return showing.in(dialler.language()).end(key, arguments);
  }
}

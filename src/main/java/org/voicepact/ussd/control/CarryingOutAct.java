package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.AnsweringContract.Answered;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.ussd.entity.Act;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.Target;

/** Does what a caller has typed two digits for, and says what came of it. */
@Singleton
public class CarryingOutAct {

  private final AnsweringContract answering;
  private final RefusedActs refused;
  private final ShowingScreen showing;

  @Inject
  public CarryingOutAct(AnsweringContract answering, RefusedActs refused, ShowingScreen showing) {
    this.answering = answering;
    this.refused = refused;
    this.showing = showing;
  }

  /**
   * @param asked the screen that asked for the digits: contract, version and act
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ContractRefusal.class)
  public Screen carryOut(Target asked, Dialler dialler, Provenance how) {
    ContractId id = asked.contract().orElseThrow();
    Optional<Integer> version = Optional.of(asked.number());
    Act act = asked.act().orElseThrow();
    try {
      return switch (act) {
        case CONFIRM -> confirmed(answering.confirm(id, dialler.phone(), version, how), dialler);
        case DECLINE -> {
          answering.decline(id, dialler.phone(), version, how);
          yield end(dialler, "end.declined", id);
        }
      };
    } catch (ContractRefusal refusal) {
      refused.record(id, Action.valueOf(act.name()), dialler.phone(), how, refusal);
      return explain(refusal, asked, dialler);
    }
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
      default ->
        showing.show(Target.contract(id, asked.number()), dialler, Optional.of("note.changed"));
    };
  }

  private Screen end(Dialler dialler, String key, Object... arguments) {
    return showing.in(dialler.language()).end(key, arguments);
  }
}

package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.AnsweringContract.Answered;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Effect;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsCommand.Answer;

/** Does what a person's text asks for and puts the answer into the outbox. */
@Singleton
public class CarryingOutCommand {

  /** Version 1 is answered by the bare code, all later ones by a code that names them. */
  private static final int VERSION_OF_BARE_CODE = 1;

  private final AnsweringContract answering;
  private final Contracts contracts;
  private final RefusedActs refused;
  private final Outbox outbox;
  private final PersonTexts texts;

  @Inject
  public CarryingOutCommand(
      AnsweringContract answering,
      Contracts contracts,
      RefusedActs refused,
      Outbox outbox,
      PersonTexts texts) {
    this.answering = answering;
    this.contracts = contracts;
    this.refused = refused;
    this.outbox = outbox;
    this.texts = texts;
  }

  /**
   * @return the contract that the command names or means
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<ContractId> carryOut(SmsCommand command, PhoneNumber sender, Provenance how) {
    if (command instanceof SmsCommand.ToContract named) {
      int version = named.version().orElse(VERSION_OF_BARE_CODE);
      answer(named.answer(), named.contract(), version, sender, how);
      return Optional.of(named.contract());
    }
    if (command instanceof SmsCommand.Plain plain) {
      return answerTheOnlyOne(plain.answer(), sender, how);
    }
    Optional<ContractId> named = ((SmsCommand.NotUnderstood) command).contract();
    outbox.answer(sender, texts.of(sender).text("not.understood"), named);
    return named;
  }

  private Optional<ContractId> answerTheOnlyOne(Answer answer, PhoneNumber sender, Provenance how) {
    List<Contract> waiting = contracts.pendingOf(sender);
    if (waiting.size() == 1) {
      Contract only = waiting.get(0);
      Optional<OutboundMessage> read = outbox.lastTermsSentTo(sender);
      if (read.isPresent()
          && read.get().contractId().equals(only.id().value())
          && read.get().contractVersion() == only.version()) {
        answer(answer, only.id(), read.get().contractVersion(), sender, how);
        return Optional.of(only.id());
      }
    }
    outbox.answer(
        sender,
        texts.of(sender).whichOne(waiting.stream().map(SmsTexts::code).toList()),
        waiting.stream().findFirst().map(Contract::id));
    return Optional.empty();
  }

  private void answer(
      Answer answer, ContractId id, int version, PhoneNumber sender, Provenance how) {
    try {
      Answered answered = answer == Answer.YES
          ? answering.confirm(id, sender, Optional.of(version), how)
          : answering.decline(id, sender, Optional.of(version), how);
      // What decides a contract is told to all parties, the sender among them.
      if (answered.effect() != Effect.DECIDED) {
        SmsTexts words = texts.of(sender, answered.contract());
        outbox.answer(
            sender,
            answer == Answer.YES
                ? words.youConfirmed(answered.contract())
                : words.youDeclined(answered.contract()),
            Optional.of(id));
      }
    } catch (ContractRefusal refusal) {
      refused.record(
          id, answer == Answer.YES ? Action.CONFIRM : Action.DECLINE, sender, how, refusal);
      explain(refusal, id, sender);
    }
  }

  private void explain(ContractRefusal refusal, ContractId id, PhoneNumber sender) {
    if (refusal.reason() == ContractRefusal.Reason.OUTDATED_VERSION) {
      explainOutdated(contracts.view(id), sender);
      return;
    }
    SmsTexts words = texts.of(sender);
    String text = switch (refusal.reason()) {
      case EXPIRED -> words.hasExpired(id.value());
      case CANCELLED -> words.wasCancelled(id.value());
      case NO_LONGER_PENDING -> words.alreadyConfirmed(id.value());
      default -> words.notYours(id.value());
    };
    outbox.answer(sender, text, Optional.of(id));
  }

  private void explainOutdated(ContractView view, PhoneNumber sender) {
    Contract contract = view.contract();
    if (contract.status() == ContractStatus.PENDING) {
      outbox.answerWithTerms(
          sender,
          texts.terms(sender, contract, view.current()),
          contract.id().value(),
          contract.version());
    } else {
      outbox.answer(
          sender,
          texts.of(sender, contract).confirmedByAll(contract, view.current()),
          Optional.of(contract.id()));
    }
  }
}

package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.voicepact.access.control.OneTimeCodes;
import org.voicepact.access.entity.CodePurpose;
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
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsCommand.Answer;

/** Does what a person's text asks for and puts the answer into the outbox. */
@Singleton
public class CarryingOutCommand {

  /** More than one are not meant by a word alone. */
  private static final int FEW = 2;

  /** So much the clocks of a gateway and of a server may differ. */
  private static final Duration CLOCKS = Duration.ofMinutes(2);

  /** Version 1 is answered by the bare code, all later ones by a code that names them. */
  private static final int VERSION_OF_BARE_CODE = 1;

  /** The acts that a party can do by telephone, by what their codes are for. */
  private static final Map<Action, Answer> ANSWERS =
      Map.of(Action.CONFIRM, Answer.YES, Action.DECLINE, Answer.NO);

  private final AnsweringContract answering;
  private final Contracts contracts;
  private final RefusedActs refused;
  private final Outbox outbox;
  private final PersonTexts texts;
  private final OneTimeCodes codes;
  private final CarryingOutDelivery deliveries;
  private final TellingContracts telling;
  private final PersonalWishes wishes;
  private final OptOuts optOuts;

  @Inject
  public CarryingOutCommand(
      AnsweringContract answering,
      Contracts contracts,
      RefusedActs refused,
      Outbox outbox,
      PersonTexts texts,
      OneTimeCodes codes,
      CarryingOutDelivery deliveries,
      TellingContracts telling,
      PersonalWishes wishes,
      OptOuts optOuts) {
    this.answering = answering;
    this.contracts = contracts;
    this.refused = refused;
    this.outbox = outbox;
    this.texts = texts;
    this.codes = codes;
    this.deliveries = deliveries;
    this.telling = telling;
    this.wishes = wishes;
    this.optOuts = optOuts;
  }

  /**
   * @param written when it was, by the gateway's clock
   * @return the contract that the command names or means
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<ContractId> carryOut(
      SmsCommand command, PhoneNumber sender, Instant written, Provenance how) {
    if (command instanceof SmsCommand.ToContract named) {
      int version = named.version().orElse(VERSION_OF_BARE_CODE);
      answer(named.answer(), named.contract(), version, sender, how);
      return Optional.of(named.contract());
    }
    if (command instanceof SmsCommand.Plain plain) {
      return answerTheOnlyOne(plain.answer(), sender, written, how);
    }
    Optional<ContractId> delivered = carryOutDelivery(command, sender, how);
    if (delivered.isPresent()) {
      return delivered;
    }
    if (command instanceof SmsCommand.EnterCode code) {
      return enter(code.digits(), sender, how);
    }
    if (command instanceof SmsCommand.Status status) {
      telling.status(status.contract(), sender);
      return Optional.of(status.contract());
    }
    if (command instanceof SmsCommand.NotUnderstood unknown) {
      outbox.answerSeldom(sender, texts.of(sender).text("not.understood"), unknown.contract());
      return unknown.contract();
    }
    carryOutForPerson(command, sender);
    return Optional.empty();
  }

  /**
   * What is about a delivery.
   *
   * @return empty where the command is about something else
   */
  private Optional<ContractId> carryOutDelivery(
      SmsCommand command, PhoneNumber sender, Provenance how) {
    if (command instanceof SmsCommand.Deliver deliver) {
      deliveries.deliver(deliver, sender, how);
      return Optional.of(deliver.contract());
    }
    if (command instanceof SmsCommand.Accept accept) {
      deliveries.accept(accept, sender, how);
      return Optional.of(accept.contract());
    }
    if (command instanceof SmsCommand.Dispute dispute) {
      deliveries.dispute(dispute, sender, how);
      return Optional.of(dispute.contract());
    }
    if (command instanceof SmsCommand.Unclear unclear) {
      String key = "unclear." + unclear.matter().name().toLowerCase(Locale.ROOT);
      outbox.answerSeldom(
          sender, texts.of(sender).text(key, unclear.contract()), Optional.of(unclear.contract()));
      return Optional.of(unclear.contract());
    }
    return Optional.empty();
  }

  /** What is about no contract. */
  private void carryOutForPerson(SmsCommand command, PhoneNumber sender) {
    if (command instanceof SmsCommand.ListContracts) {
      telling.list(sender);
    } else if (command instanceof SmsCommand.Help) {
      outbox.answerSeldom(sender, texts.of(sender).text("help"), Optional.empty());
    } else if (command instanceof SmsCommand.Stop) {
      wishes.stop(sender);
    } else if (command instanceof SmsCommand.Start) {
      wishes.start(sender);
    } else if (command instanceof SmsCommand.ChooseLanguage choice) {
      wishes.choose(sender, choice.language());
    } else {
      throw new IllegalArgumentException("no such command: " + command);
    }
  }

  /** A code that was sent for an answer gives that answer; those for other acts belong to a screen. */
  private Optional<ContractId> enter(String code, PhoneNumber sender, Provenance how) {
    Optional<CodePurpose> purpose = codes.purposeOf(sender, code, ANSWERS.keySet());
    Optional<ContractId> contract = purpose.flatMap(CodePurpose::contractId).map(ContractId::new);
    Optional<Answer> answer = purpose.map(known -> ANSWERS.get(known.action()));
    if (answer.isPresent()) {
      answer(
          answer.get(), contract.orElseThrow(), purpose.get().version().orElseThrow(), sender, how);
    } else {
      String key = purpose.isPresent() ? "code.screen" : "code.wrong";
      outbox.answerSeldom(sender, texts.of(sender).text(key), contract);
    }
    return contract;
  }

  /** A yes or a no alone counts where it can only be meant for the last question that the person was asked. */
  private Optional<ContractId> answerTheOnlyOne(
      Answer answer, PhoneNumber sender, Instant written, Provenance how) {
    List<Contract> unanswered = contracts.unansweredBy(sender, FEW);
    // Where none is left, all that are pending: a yes can be taken back.
    List<Contract> waiting = unanswered.isEmpty() ? contracts.pendingOf(sender, FEW) : unanswered;
    if (waiting.isEmpty()) {
      Optional<ContractId> delivered = deliveries.waitingFor(sender);
      if (delivered.isPresent()) {
        telling.status(delivered.get(), sender);
        return delivered;
      }
    }
    // Who has said yes and now says no alone may mean something else, and what was confirmed is
    // worth a number.
    boolean isClear = waiting.size() == 1 && (answer == Answer.YES || !unanswered.isEmpty());
    if (isClear && isMeant(waiting.get(0), sender, written)) {
      Contract only = waiting.get(0);
      answer(answer, only.id(), only.version(), sender, how);
      return Optional.of(only.id());
    }
    outbox.answerSeldom(
        sender,
        texts.of(sender).whichOne(waiting.stream().map(SmsTexts::code).toList()),
        waiting.stream().findFirst().map(Contract::id));
    return Optional.empty();
  }

  /** Whether it is the last that the person was asked about, and not after these words were written. */
  private boolean isMeant(Contract contract, PhoneNumber sender, Instant written) {
    return outbox
        .lastQuestionTo(sender)
        .filter(asked -> asked.contractId().equals(contract.id().value())
            && asked.contractVersion() == contract.version())
        .flatMap(asked -> asked.sending().acceptedAt())
        .filter(asked -> !written.plus(CLOCKS).isBefore(asked))
        .isPresent();
  }

  private void answer(
      Answer answer, ContractId id, int version, PhoneNumber sender, Provenance how) {
    try {
      Answered answered = answer == Answer.YES
          ? answering.confirm(id, sender, Optional.of(version), how)
          : answering.decline(id, sender, Optional.of(version), how);
      // What decides a contract is told to all parties, the sender among them, but for those who
      // want answers alone.
      if (answered.effect() == Effect.NONE
          && answered.contract().status() != ContractStatus.PENDING) {
        telling.status(id, sender);
      } else if (answered.effect() != Effect.DECIDED || optOuts.has(sender)) {
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
    if (refusal.reason() == ContractRefusal.Reason.NO_LONGER_PENDING
        && deliveries.waitsFor(sender, contracts.view(id).contract())) {
      // Whoever says no now may mean the goods.
      telling.status(id, sender);
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
          texts.of(sender, contract).status(contract, contract.party(sender)),
          Optional.of(contract.id()));
    }
  }
}

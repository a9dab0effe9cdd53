package org.voicepact.sms.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.contract.control.ActivatingContract;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.AnswerAwaited;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractAmended;
import org.voicepact.contract.entity.ContractCancelled;
import org.voicepact.contract.entity.ContractConfirmed;
import org.voicepact.contract.entity.ContractCreated;
import org.voicepact.contract.entity.ContractExpired;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.platform.entity.PhoneNumber;

/** Tells the parties what happens to their contracts, within the transaction in which it happens. */
@Singleton
public class ContractMessages {

  private final Outbox outbox;
  private final PersonTexts texts;
  private final Contracts contracts;
  private final TellingParties telling;
  private final ActivatingContract activating;

  @Inject
  public ContractMessages(
      Outbox outbox,
      PersonTexts texts,
      Contracts contracts,
      TellingParties telling,
      ActivatingContract activating) {
    this.outbox = outbox;
    this.texts = texts;
    this.contracts = contracts;
    this.telling = telling;
    this.activating = activating;
  }

  void created(@Observes ContractCreated event) {
    askAll(event.contract(), event.version());
  }

  void amended(@Observes ContractAmended event) {
    askAll(event.contract(), event.version());
  }

  void awaited(@Observes AnswerAwaited event) {
    Contract contract = event.contract();
    ContractVersion version = event.version();
    event
        .party()
        .phone()
        .ifPresent(phone -> outbox.reminder(
            phone,
            TermsText.reminder(texts.of(phone, contract), contract, version),
            contract.id().value(),
            version.number()));
  }

  private void askAll(Contract contract, ContractVersion version) {
    for (PhoneNumber phone : contract.phones()) {
      outbox.terms(
          phone, texts.terms(phone, contract, version), contract.id().value(), version.number());
    }
  }

  void confirmed(@Observes ContractConfirmed event) {
    Contract contract = event.contract();
    ContractVersion agreed = contracts.version(contract.id(), contract.version());
    boolean waits = activating.mustWait(contract);
    for (Party party : contract.parties()) {
      party
          .phone()
          .ifPresent(phone -> telling.one(
              phone, contract, words -> words.confirmedByAll(contract, agreed, party, waits)));
    }
  }

  void cancelled(@Observes ContractCancelled event) {
    telling.all(event.contract(), words -> words.cancelled(event.contract(), event.by()));
  }

  /** Only those who said yes count on it; the others have shown no interest, and each message costs. */
  void expired(@Observes ContractExpired event) {
    Contract contract = event.contract();
    contract.parties().stream()
        .filter(party -> party.confirmation() == Confirmation.CONFIRMED)
        .flatMap(party -> party.phone().stream())
        .forEach(phone -> telling.one(phone, contract, words -> words.expired(contract)));
  }
}

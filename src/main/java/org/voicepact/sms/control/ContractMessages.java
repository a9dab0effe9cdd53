package org.voicepact.sms.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.contract.entity.AnswerAwaited;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractAmended;
import org.voicepact.contract.entity.ContractCancelled;
import org.voicepact.contract.entity.ContractConfirmed;
import org.voicepact.contract.entity.ContractCreated;
import org.voicepact.contract.entity.ContractExpired;
import org.voicepact.contract.entity.ContractVersion;

/** Tells the parties what happens to their contracts, within the transaction in which it happens. */
@Singleton
public class ContractMessages {

  private final Outbox outbox;

  @Inject
  public ContractMessages(Outbox outbox) {
    this.outbox = outbox;
  }

  void created(@Observes ContractCreated event) {
    askAll(event.contract(), event.version());
  }

  void amended(@Observes ContractAmended event) {
    askAll(event.contract(), event.version());
  }

  void awaited(@Observes AnswerAwaited event) {
    Contract contract = event.contract();
    String text = SmsTexts.reminder(contract, event.version());
    event
        .party()
        .phone()
        .ifPresent(phone ->
            outbox.terms(phone, text, contract.id().value(), event.version().number()));
  }

  private void askAll(Contract contract, ContractVersion version) {
    String text = SmsTexts.terms(contract, version);
    contract
        .phones()
        .forEach(phone -> outbox.terms(phone, text, contract.id().value(), version.number()));
  }

  void confirmed(@Observes ContractConfirmed event) {
    tellAll(event.contract(), SmsTexts.confirmedByAll(event.contract()));
  }

  void cancelled(@Observes ContractCancelled event) {
    tellAll(event.contract(), SmsTexts.cancelled(event.contract(), event.by()));
  }

  /** Only those who said yes count on it; the others have shown no interest, and each message costs. */
  void expired(@Observes ContractExpired event) {
    Contract contract = event.contract();
    contract.parties().stream()
        .filter(party -> party.confirmation() == Confirmation.CONFIRMED)
        .flatMap(party -> party.phone().stream())
        .forEach(phone ->
            outbox.notice(phone, SmsTexts.expired(contract), contract.id().value()));
  }

  private void tellAll(Contract contract, String text) {
    contract.phones().forEach(phone -> outbox.notice(phone, text, contract.id().value()));
  }
}

package org.voicepact.sms.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import org.voicepact.contract.control.ContractSettings;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractDisputed;
import org.voicepact.contract.entity.ContractResolved;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.DeliveryAccepted;
import org.voicepact.contract.entity.DeliveryClaimed;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;

/** Tells the parties how their contracts are carried out, within the transaction in which it happens. */
@Singleton
public class FulfilmentMessages {

  private final PersonTexts texts;
  private final Contracts contracts;
  private final TellingParties telling;
  private final ContractSettings settings;
  private final TimingClaims timing;

  @Inject
  public FulfilmentMessages(
      PersonTexts texts,
      Contracts contracts,
      TellingParties telling,
      ContractSettings settings,
      TimingClaims timing) {
    this.texts = texts;
    this.contracts = contracts;
    this.telling = telling;
    this.settings = settings;
    this.timing = timing;
  }

  /** The buyer alone is asked, and told what silence means. */
  void claimed(@Observes DeliveryClaimed event) {
    Contract contract = event.contract();
    Delivery claim = event.claim();
    Terms terms = contracts.version(contract.id(), contract.version()).terms();
    TellingParties.phoneOf(contract, Role.BUYER).ifPresent(buyer -> {
      Duration patience = settings.deliveryAcceptTimeout();
      DeliveryText text = new DeliveryText(texts.of(buyer, contract), terms);
      timing.notice(
          buyer, text.claimed(contract, claim, patience), contract.id(), claim.number(), patience);
    });
  }

  void accepted(@Observes DeliveryAccepted event) {
    Contract contract = event.contract();
    if (contract.status() == ContractStatus.COMPLETED) {
      String key = event.by().isPresent() ? "completed" : "completed.silently";
      telling.all(contract, words -> words.text(key, contract.id()));
      return;
    }
    Terms terms = contracts.version(contract.id(), contract.version()).terms();
    BigDecimal accepted = contract.fulfilment().accepted();
    TellingParties.phoneOf(contract, Role.SELLER)
        .ifPresent(seller -> telling.one(
            seller,
            contract,
            words -> new DeliveryText(words, terms).accepted(contract, accepted)));
  }

  void disputed(@Observes ContractDisputed event) {
    Contract contract = event.contract();
    String by = event.by().role().wire();
    boolean mediated = TellingParties.phoneOf(contract, Role.MEDIATOR).isPresent();
    telling.all(
        contract,
        words -> words.text(
            mediated ? "disputed.mediator" : "disputed", contract.id(), words.text("role." + by)));
  }

  void resolved(@Observes ContractResolved event) {
    Contract contract = event.contract();
    String by = event.by().isPresent() ? "mediator" : "operator";
    telling.all(
        contract,
        words -> words.text(
            "resolved." + contract.status().wire(), contract.id(), words.text("role." + by)));
  }
}

package org.voicepact.metrics.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.access.entity.CodeRefused;
import org.voicepact.access.entity.LimitReached;
import org.voicepact.contract.entity.ContractCreated;
import org.voicepact.contract.entity.PartyConfirmed;
import org.voicepact.metrics.control.Counters;
import org.voicepact.sms.entity.GatewayAnswered;
import org.voicepact.webhook.entity.WebhookRefused;

/** Counts what the other capabilities tell of: changes when they are committed, refusals at once. */
@Singleton
public class CountingEvents {

  private final Counters counters;

  @Inject
  public CountingEvents(Counters counters) {
    this.counters = counters;
  }

  void created(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContractCreated event) {
    counters.contractCreated();
  }

  void confirmed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PartyConfirmed event) {
    counters.confirmed(event.channel());
  }

  void webhookRefused(@Observes WebhookRefused event) {
    counters.webhookRefused(event.route(), event.reason());
  }

  void limitReached(@Observes LimitReached event) {
    counters.limitReached(event.limited());
  }

  void codeRefused(@Observes CodeRefused event) {
    counters.codeRefused();
  }

  void gatewayAnswered(@Observes GatewayAnswered event) {
    event.outcomes().forEach(counters::attempted);
  }
}

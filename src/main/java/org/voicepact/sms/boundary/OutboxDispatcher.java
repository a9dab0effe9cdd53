package org.voicepact.sms.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.sms.control.ChosenGateway;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.control.SendingOutbox.Claim;
import org.voicepact.sms.entity.MessageQueued;
import org.voicepact.sms.entity.OutboundMessage;

/** Sends what is in the outbox: right after a transaction that put something in, and every few seconds. */
@Singleton
public class OutboxDispatcher {

  private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Resource
  private ManagedExecutorService executor;

  private final SendingOutbox outbox;
  private final ChosenGateway gateway;
  private final AtomicBoolean wanted = new AtomicBoolean();

  @Inject
  public OutboxDispatcher(SendingOutbox outbox, ChosenGateway gateway) {
    this.outbox = outbox;
    this.gateway = gateway;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the outbox", this::dispatch);
  }

  void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued event) {
    if (wanted.compareAndSet(false, true)) {
      executor.execute(this::dispatch);
    }
  }

  /** One at a time, so that a person's messages leave in their order. */
  private synchronized void dispatch() {
    wanted.set(false);
    try {
      Claim claim = outbox.claim();
      while (!claim.isEmpty()) {
        claim.toSend().forEach(this::send);
        claim = outbox.claim();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the outbox could not be read; it is tried again", e);
    }
  }

  private void send(OutboundMessage message) {
    if (!outbox.isWanted(message.id())) {
      return;
    }
    String gatewayId;
    try {
      gatewayId = gateway.send(message);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "message " + message.id() + " was not taken by the gateway");
      outbox.failed(message.id(), e.getClass().getSimpleName());
      return;
    }
    outbox.accepted(message.id(), gatewayId);
  }
}

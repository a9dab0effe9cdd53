package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.Outbox;
import org.voicepact.sms.control.ReceivingSms;
import org.voicepact.sms.control.SenderLimit;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.MessageQueued;

/**
 * How often a hint is given, and what is a repeat of a message, with clocks that are set by hand. Each test is rolled
 * back.
 */
@InContainer
class SeldomAnswersIT {

  /** Later than all that the server itself does meanwhile. */
  private static final Instant START = Instant.parse("2099-01-01T00:00:00Z");

  private final PhoneNumber phone = Samples.newPhone();

  @Inject
  private EntityManager entities;

  @Inject
  private Event<MessageQueued> queued;

  @Inject
  private SenderLimit senderLimit;

  @Inject
  private ReceivingSms receiving;

  @Inject
  private UserTransaction transaction;

  @Deployment
  static WebArchive application() {
    return Deployments.with(SeldomAnswersIT.class, Samples.class);
  }

  @BeforeEach
  void begin() throws Exception {
    transaction.begin();
  }

  @AfterEach
  void rollBack() throws Exception {
    transaction.rollback();
  }

  private long hintsAfter(Duration time) {
    at(time).answerSeldom(phone, "It\u2019s a hint", Optional.empty());
    return answers();
  }

  private Outbox at(Duration time) {
    return new Outbox(entities, queued, senderLimit, Clock.fixed(START.plus(time), ZoneOffset.UTC));
  }

  private long answers() {
    return entities
        .createQuery("SELECT COUNT(m) FROM OutboundMessage m WHERE m.phone = :phone", Long.class)
        .setParameter("phone", phone.e164())
        .getSingleResult();
  }

  @Test
  void aHintComesThreeTimesInAnHour() {
    assertEquals(1, hintsAfter(Duration.ZERO));
    assertEquals(1, hintsAfter(Duration.ofMinutes(1)));
    assertEquals(2, hintsAfter(Duration.ofMinutes(10)));
    assertEquals(3, hintsAfter(Duration.ofMinutes(20)));
    assertEquals(3, hintsAfter(Duration.ofMinutes(30)));
    assertEquals(3, hintsAfter(Duration.ofMinutes(59)));
    assertEquals(4, hintsAfter(Duration.ofMinutes(61)));
    assertEquals(4, hintsAfter(Duration.ofMinutes(65)));
  }

  @Test
  void whatAPersonAsksForIsAnsweredEachTime() {
    for (int i = 0; i < 5; i++) {
      at(Duration.ofMinutes(10 * i)).answer(phone, "your contracts", Optional.empty());
    }

    assertEquals(5, answers());
  }

  @Test
  void theSameSignedBodyWithoutIdAndDateIsARepeatForTenMinutes() {
    assertEquals(1, messagesAfter(Duration.ZERO, Optional.empty()));
    assertEquals(1, messagesAfter(Duration.ofMinutes(10), Optional.empty()));
    assertEquals(2, messagesAfter(Duration.ofMinutes(11), Optional.empty()));
    assertEquals(2, messagesAfter(Duration.ofMinutes(12), Optional.empty()));
    assertEquals(3, messagesAfter(Duration.ofDays(400), Optional.empty()));
  }

  @Test
  void withADateItIsARepeatForEver() {
    assertEquals(1, messagesAfter(Duration.ZERO, Optional.of(START)));
    assertEquals(1, messagesAfter(Duration.ofDays(400), Optional.of(START)));
  }

  private long messagesAfter(Duration time, Optional<Instant> sent) {
    InboundMessage message = new InboundMessage(
        Optional.empty(),
        phone.e164(),
        Optional.empty(),
        "STOP",
        Optional.empty(),
        sent,
        START.plus(time));
    receiving.receive(message, "STOP", Assurance.GATEWAY, Optional.of("hash of " + phone.e164()));
    return entities
        .createQuery(
            "SELECT COUNT(m) FROM InboundMessage m WHERE m.senderPhone = :phone", Long.class)
        .setParameter("phone", phone.e164())
        .getSingleResult();
  }
}

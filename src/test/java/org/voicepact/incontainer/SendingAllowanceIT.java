package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.CheckedPoint;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.Outbox;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.control.SmsReadiness;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending.Status;

/**
 * What the rows of the outbox decide, with the default limits. Each test is one transaction that is rolled
 * back, so the server's own dispatcher sees nothing of it.
 */
@InContainer
class SendingAllowanceIT {

  private static final int UNASKED_LIMIT = 5;
  private static final int DAILY_LIMIT = 10_000;

  @Inject
  private SendingOutbox sending;

  @Inject
  private Outbox outbox;

  @Inject
  private SmsReadiness readiness;

  @Inject
  private EntityManager entities;

  @Inject
  private UserTransaction transaction;

  @Inject
  private Clock clock;

  private final PhoneNumber phone = Samples.newPhone();
  private long inserted;

  @Deployment
  static WebArchive application() {
    return Deployments.with(SendingAllowanceIT.class, Samples.class);
  }

  @BeforeEach
  void begin() throws Exception {
    transaction.begin();
  }

  @AfterEach
  void rollBack() throws Exception {
    transaction.rollback();
  }

  @Test
  void theFifthUnaskedMessageLeavesAndTheSixthIsParkedWithItsReason() {
    accept(UNASKED_LIMIT - 1, hoursAgo(1));
    OutboundMessage fifth = claimed(notice(phone));
    assertEquals(Status.SENDING, fifth.status());
    fifth.sending().accepted(Optional.of("x"), clock.instant());

    OutboundMessage sixth = claimed(notice(phone));

    assertEquals(Status.PARKED, sixth.status());
    assertEquals(
        "SMS_UNASKED_LIMIT is reached for a number that has never written",
        sixth.sending().failure());
    assertEquals(0, sixth.sending().attempts());
  }

  @Test
  void whatWasAcceptedADayAgoNoLongerCounts() {
    accept(UNASKED_LIMIT, clock.instant().minus(Duration.ofHours(24)));

    assertEquals(Status.SENDING, claimed(notice(phone)).status());
  }

  @Test
  void whatOthersGotDoesNotCount() {
    accept(UNASKED_LIMIT, hoursAgo(1));

    assertEquals(Status.SENDING, claimed(notice(Samples.newPhone())).status());
  }

  @Test
  void oneMessageEverIsEnoughToGetAll() {
    accept(UNASKED_LIMIT, hoursAgo(1));
    InboundMessage written = new InboundMessage(
        Optional.empty(),
        "a number",
        Optional.empty(),
        "hello",
        Optional.empty(),
        Optional.empty(),
        hoursAgo(10_000));
    written.sentBy(phone, UnaryOperator.identity());
    entities.persist(written);

    assertEquals(Status.SENDING, claimed(notice(phone)).status());
  }

  @Test
  void theNextMessageIsTakenWhenTheOneBeforeIsParked() {
    OutboundMessage first = notice(Samples.newPhone());
    OutboundMessage second =
        OutboundMessage.answer(first.phone(), "an answer", null, clock.instant());
    accept(first.phone(), UNASKED_LIMIT, hoursAgo(1));
    entities.persist(first);
    entities.persist(second);

    assertEquals(Status.PARKED, claimed(first).status());
    assertEquals(Status.SENDING, claimed(second).status());
  }

  @Test
  void theDaysLimitHoldsForEveryKindAndEndsAtMidnight() {
    Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
    insertAccepted(DAILY_LIMIT, midnight.minusMillis(1));
    assertEquals(Status.SENDING, claimed(answer()).status());

    insertAccepted(DAILY_LIMIT, midnight);

    OutboundMessage parked = claimed(answer());
    assertEquals(Status.PARKED, parked.status());
    assertEquals("SMS_DAILY_LIMIT is reached", parked.sending().failure());
    assertNull(entities
        .createQuery(
            "SELECT MAX(m.sending.acceptedAt) FROM OutboundMessage m WHERE m.id = " + parked.id(),
            Instant.class)
        .getSingleResult());
  }

  @Test
  void parkedTermsAreNotTheLastQuestion() {
    OutboundMessage sent = OutboundMessage.terms(phone, "first", "AG-2020-1", 1, hoursAgo(2));
    sent.sending().accepted(Optional.of("x"), hoursAgo(2));
    entities.persist(sent);
    OutboundMessage parked = OutboundMessage.terms(phone, "second", "AG-2020-2", 1, hoursAgo(1));
    parked.sending().park("a reason");
    entities.persist(parked);

    assertEquals("AG-2020-1", outbox.lastQuestionTo(phone).orElseThrow().contractId());
  }

  @Test
  void aCodeThatIsOverIsNotSentAndForgotten() {
    OutboundMessage late = OutboundMessage.code(
        phone, "Your code is [code].", new byte[] {1, 2, 3}, null, hoursAgo(1));

    assertEquals(Status.FAILED, claimed(late).status());
    assertNull(late.sending().sealedCode());
  }

  @Test
  void aCodeThatWasSealedWithAnotherSecretIsNotSent() {
    OutboundMessage code =
        OutboundMessage.code(phone, "Your code is [code].", new byte[34], null, clock.instant());
    assertEquals(Status.SENDING, claimed(code).status());

    assertTrue(sending.begin(List.of(List.of(code))).isEmpty());

    assertEquals(Status.FAILED, code.status());
    assertEquals("the code was sealed with another SECRET_KEY", code.sending().failure());
  }

  @Test
  void aCallThatWasInterruptedIsUnknownWhateverTheLimitsSay() {
    OutboundMessage message = notice(phone);
    message.sending().take(hoursAgo(1), Duration.ofMinutes(3));
    assertTrue(message.sending().beginCall(message.sending().nextAttemptAt(), hoursAgo(1)));
    entities.persist(message);
    accept(UNASKED_LIMIT, hoursAgo(1));
    entities.flush();

    while (message.status() == Status.SENDING && !sending.claim().isEmpty()) {
      entities.flush();
    }

    assertEquals(Status.UNKNOWN, message.status());
    assertEquals(
        "the server ended while it called the gateway", message.sending().failure());
  }

  @Test
  void theSelfCheckCountsParkedMessagesByReasonAndNamesNoNumber() {
    for (int i = 0; i < 3; i++) {
      OutboundMessage message = notice(phone);
      message.sending().park("a reason of this test");
      entities.persist(message);
    }

    CheckedPoint parked = readiness.points().stream()
        .filter(point -> point.name().equals("parked messages"))
        .findFirst()
        .orElseThrow();

    assertEquals(CheckedPoint.Status.OPEN, parked.status());
    assertTrue(parked.detail().contains("3 not sent: a reason of this test"), parked.detail());
    assertTrue(!parked.detail().contains("+254"), parked.detail());
  }

  private Instant hoursAgo(long hours) {
    return clock.instant().minus(Duration.ofHours(hours));
  }

  private OutboundMessage notice(PhoneNumber to) {
    return OutboundMessage.notice(to, "a notice", "AG-2020-1", clock.instant());
  }

  private OutboundMessage answer() {
    return OutboundMessage.answer(Samples.newPhone(), "an answer", null, clock.instant());
  }

  private void accept(int many, Instant when) {
    accept(phone, many, when);
  }

  private void accept(PhoneNumber to, int many, Instant when) {
    for (int i = 0; i < many; i++) {
      OutboundMessage message = notice(to);
      message.sending().accepted(Optional.of("x"), when);
      entities.persist(message);
    }
  }

  private void insertAccepted(int many, Instant when) {
    entities
        .createNativeQuery(
            "INSERT INTO outbound_message"
                + " (id, phone, text, kind, status, attempts, created_at, next_attempt_at, accepted_at)"
                + " WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
                + many
                + ") SELECT ?2 - n, '+254700000000', 'x', 'ANSWER', 'ACCEPTED', 1, CAST(?1 AS TIMESTAMP WITH TIME ZONE),"
                + " CAST(?1 AS TIMESTAMP WITH TIME ZONE), CAST(?1 AS TIMESTAMP WITH TIME ZONE) FROM numbers")
        .setParameter(1, Timestamp.from(when))
        .setParameter(2, -inserted)
        .executeUpdate();
    inserted += many;
  }

  /** The message after all that were due before it, and it, were taken. */
  private OutboundMessage claimed(OutboundMessage message) {
    entities.persist(message);
    entities.flush();
    while (message.status() == Status.QUEUED && !sending.claim().isEmpty()) {
      entities.flush();
    }
    return message;
  }
}

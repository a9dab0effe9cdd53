package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage.Kind;
import org.voicepact.sms.entity.OutboundMessage.Status;

class OutboundMessageTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final PhoneNumber PHONE = new PhoneNumber("+254712000101");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MOST = 100;

  @Test
  void aNewMessageIsDueAtOnce() {
    OutboundMessage message = OutboundMessage.terms(PHONE, "the terms", "AG-2026-000123", 2, NOON);

    assertThat(message.status()).isEqualTo(Status.QUEUED);
    assertThat(message.nextAttemptAt()).isEqualTo(NOON);
    assertThat(message.attempts()).isZero();
    assertThat(message.kind()).isEqualTo(Kind.TERMS);
    assertThat(message.phone()).isEqualTo(PHONE);
    assertThat(message.text()).isEqualTo("the terms");
    assertThat(message.contractId()).isEqualTo("AG-2026-000123");
    assertThat(message.contractVersion()).isEqualTo(2);
  }

  @Test
  void onlyAMessageWithTermsBringsAVersion() {
    assertThat(OutboundMessage.notice(PHONE, "x", "AG-2026-000123", NOON).contractVersion())
        .isNull();
    assertThat(OutboundMessage.notice(PHONE, "x", "AG-2026-000123", NOON).kind())
        .isEqualTo(Kind.NOTICE);
    assertThat(OutboundMessage.answer(PHONE, "x", NOON).contractId()).isNull();
    assertThat(OutboundMessage.answer(PHONE, "x", NOON).kind()).isEqualTo(Kind.ANSWER);
  }

  @Test
  void anAttemptThatNeverEndsIsDueAgainAfterTheServersPatience() {
    OutboundMessage message = message();

    message.beginAttempt(NOON, PATIENCE, MOST);

    assertThat(message.status()).isEqualTo(Status.SENDING);
    assertThat(message.attempts()).isEqualTo(1);
    assertThat(message.nextAttemptAt()).isEqualTo(NOON.plus(PATIENCE));
  }

  @Test
  void eachPauseIsTwiceAsLongAsTheOneBefore() {
    List<Long> pauses = pauses(8);

    assertThat(pauses).startsWith(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L);
  }

  @Test
  void noPauseIsLongerThanSixHours() {
    List<Long> pauses = pauses(200);

    assertThat(pauses).isSorted().last().isEqualTo(Duration.ofHours(6).toSeconds());
    assertThat(pauses)
        .allMatch(pause -> pause >= 5 && pause <= Duration.ofHours(6).toSeconds());
  }

  @Test
  void afterTheMostAttemptsAMessageHasFailed() {
    OutboundMessage message = message();
    for (int attempt = 1; attempt < 3; attempt++) {
      message.beginAttempt(NOON, PATIENCE, MOST);
      message.failed("no answer", 3, NOON);
      assertThat(message.status()).isEqualTo(Status.QUEUED);
    }

    message.beginAttempt(NOON, PATIENCE, MOST);
    message.failed("no answer", 3, NOON);

    assertThat(message.status()).isEqualTo(Status.FAILED);
    assertThat(message.attempts()).isEqualTo(3);
  }

  @Test
  void aMessageWhoseLastAttemptNeverEndedIsGivenUp() {
    OutboundMessage message = message();
    message.beginAttempt(NOON, PATIENCE, 1);
    message.beginAttempt(NOON, PATIENCE, 1);

    assertThat(message.status()).isEqualTo(Status.FAILED);
    assertThat(message.attempts()).isEqualTo(1);
  }

  @Test
  void aFailureThatIsToldAfterAnAcceptanceChangesNothing() {
    OutboundMessage message = message();
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.accepted("at-1", NOON);
    message.failed("too late", MOST, NOON);

    assertThat(message.status()).isEqualTo(Status.ACCEPTED);
  }

  @Test
  void oneAttemptMayBeAllThereIs() {
    OutboundMessage message = message();
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.failed("x".repeat(5000), 1, NOON);

    assertThat(message.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aMessageThatTheGatewayTookIsAcceptedAlsoAfterFailures() {
    OutboundMessage message = message();
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.failed("no answer", 3, NOON);
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.accepted("at-1", NOON);

    assertThat(message.status()).isEqualTo(Status.ACCEPTED);
    assertThat(message.attempts()).isEqualTo(2);
  }

  @Test
  void aParkedMessageKeepsTheReasonAndHasMadeNoAttempt() {
    OutboundMessage message = message();

    message.park("over the limit");

    assertThat(message.status()).isEqualTo(Status.PARKED);
    assertThat(message.failure()).isEqualTo("over the limit");
    assertThat(message.attempts()).isZero();
  }

  @Test
  void anAttemptThatEndsAfterTheMessageWasParkedCountsOnlyIfTheGatewayTookIt() {
    OutboundMessage message = message();
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.park("over the limit");

    message.failed("too late", MOST, NOON);
    assertThat(message.status()).isEqualTo(Status.PARKED);
    assertThat(message.failure()).isEqualTo("over the limit");

    message.accepted("at-1", NOON);
    assertThat(message.status()).isEqualTo(Status.ACCEPTED);
    assertThat(message.failure()).isNull();
  }

  @Test
  void onlyAnAnswerWasAskedFor() {
    assertThat(Kind.values()).filteredOn(kind -> !kind.isUnasked()).containsExactly(Kind.ANSWER);
  }

  private static List<Long> pauses(int failures) {
    OutboundMessage message = message();
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < failures; i++) {
      message.beginAttempt(NOON, PATIENCE, MOST);
      message.failed("no answer", failures + 1, NOON);
      pauses.add(Duration.between(NOON, message.nextAttemptAt()).toSeconds());
    }
    return pauses;
  }

  private static OutboundMessage message() {
    return OutboundMessage.answer(PHONE, "an answer", NOON);
  }
}

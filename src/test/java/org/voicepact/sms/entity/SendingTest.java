package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.Sending.Status;

class SendingTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final PhoneNumber PHONE = new PhoneNumber("+254712000101");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MOST = 100;

  @Test
  void aMessageThatWasTakenAndNotBroughtToTheGatewayIsTakenAgain() {
    Sending sending = message().sending();
    sending.take(NOON, PATIENCE);

    sending.take(NOON.plus(PATIENCE), PATIENCE);

    assertThat(sending.status()).isEqualTo(Status.SENDING);
    assertThat(sending.nextAttemptAt()).isEqualTo(NOON.plus(PATIENCE.multipliedBy(2)));
    assertThat(sending.attempts()).isZero();
  }

  @Test
  void whoTookItFirstCallsNobodyOnceAnotherHasTakenIt() {
    Sending sending = message().sending();
    sending.take(NOON, PATIENCE);
    Instant first = sending.nextAttemptAt();
    sending.take(NOON.plus(PATIENCE), PATIENCE);

    assertThat(sending.beginCall(first, NOON)).isFalse();
    assertThat(sending.beginCall(sending.nextAttemptAt(), NOON)).isTrue();
    assertThat(sending.beginCall(sending.nextAttemptAt(), NOON)).isFalse();
    assertThat(sending.attempts()).isEqualTo(1);
  }

  @Test
  void aMessageWhoseServerDiedInTheCallIsNotSentAgainByItself() {
    Sending sending = called().sending();

    sending.take(NOON.plus(PATIENCE), PATIENCE);

    assertThat(sending.status()).isEqualTo(Status.UNKNOWN);
    assertThat(sending.acceptedAt()).contains(NOON.plus(PATIENCE));
  }

  @Test
  void eachPauseIsTwiceAsLongAsTheOneBeforeAndNoneOverSixHours() {
    assertThat(pauses(8, 0)).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L);
    assertThat(pauses(90, 0)).isSorted().last().isEqualTo(Duration.ofHours(6).toSeconds());
    assertThat(pauses(3, 1)).containsExactly(6L, 12L, 24L);
    assertThat(pauses(3, -1)).containsExactly(4L, 8L, 16L);
  }

  @Test
  void afterTheMostAttemptsItIsParkedWithTheReason() {
    OutboundMessage message = message();
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(message.status()).isEqualTo(Status.QUEUED);
      call(message).postponed("the provider says 500", 3, 0, NOON);
    }

    assertThat(message.status()).isEqualTo(Status.PARKED);
    assertThat(message.sending().failure())
        .isEqualTo("not sent in 3 attempts: the provider says 500");
  }

  @Test
  void aGatewayThatWasNotCalledCostsNoAttempt() {
    OutboundMessage message = message();
    for (int i = 0; i < 5; i++) {
      call(message).notCalled("it has failed too often", 0, NOON);
    }

    assertThat(message.status()).isEqualTo(Status.QUEUED);
    assertThat(message.sending().attempts()).isZero();
    assertThat(message.sending().nextAttemptAt()).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void whatIsOverThatAnAnswerSaysIsNotUndone() {
    Sending lost = called().sending();
    lost.lost("the answer was lost", NOON);
    lost.postponed("late", MOST, 0, NOON);
    assertThat(lost.status()).isEqualTo(Status.UNKNOWN);

    lost.accepted(Optional.of("ATXid_1"), NOON);
    assertThat(lost.status()).isEqualTo(Status.ACCEPTED);
    assertThat(lost.gatewayId()).contains("ATXid_1");
  }

  @Test
  void aFinalReportIsNeverUndone() {
    Sending delivered = accepted();
    assertThat(delivered.delivered(NOON)).isTrue();
    assertThat(delivered.undelivered("late")).isFalse();
    assertThat(delivered.delivered(NOON.plusSeconds(9))).isFalse();
    assertThat(delivered.status()).isEqualTo(Status.DELIVERED);
    assertThat(delivered.deliveredAt()).contains(NOON);

    Sending failed = accepted();
    assertThat(failed.undelivered("the phone is off")).isTrue();
    assertThat(failed.delivered(NOON)).isFalse();
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.failure()).isEqualTo("the phone is off");
  }

  @Test
  void aReportDecidesAboutAMessageWhoseAnswerWasLost() {
    Sending lost = called().sending();
    lost.lost("the answer was lost", NOON);

    assertThat(lost.delivered(NOON)).isTrue();
    assertThat(lost.status()).isEqualTo(Status.DELIVERED);
  }

  @Test
  void aReportFromBeforeTheCallIsNotWaitedFor() {
    Sending lost = called().sending();
    assertThat(lost.waitsForReportOf(NOON)).isFalse();

    lost.lost("the answer was lost", NOON.plusSeconds(10));

    assertThat(lost.waitsForReportOf(NOON)).isTrue();
    assertThat(lost.waitsForReportOf(NOON.minusMillis(1))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsAtRestWithoutHavingArrivedIsSentAgain(Status status) {
    OutboundMessage message = in(status);

    boolean again = message.retry(NOON);

    assertThat(again)
        .isEqualTo(status == Status.PARKED || status == Status.FAILED || status == Status.UNKNOWN);
    if (again) {
      assertThat(message.status()).isEqualTo(Status.QUEUED);
      assertThat(message.sending().attempts()).isZero();
      assertThat(message.sending().nextAttemptAt()).isEqualTo(NOON);
    } else {
      assertThat(message.status()).isEqualTo(status);
    }
  }

  @Test
  void aCodeIsNeverSentAgainAndAnErasedMessageNeither() {
    OutboundMessage code = OutboundMessage.code(PHONE, "Code [code]", new byte[] {1}, null, NOON);
    code.sending().park("a limit");
    assertThat(code.retry(NOON)).isFalse();

    OutboundMessage erased = in(Status.PARKED);
    erased.erasePersonalData();
    assertThat(erased.retry(NOON)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "park", "lost", "accepted"})
  void theCodeIsForgottenAtEveryEnd(String end) {
    OutboundMessage code = OutboundMessage.code(PHONE, "Code [code]", new byte[] {1}, null, NOON);
    call(code);
    assertThat(code.sending().sealedCode()).isNotNull();

    switch (end) {
      case "drop" -> code.sending().drop("x");
      case "park" -> code.sending().park("x");
      case "lost" -> code.sending().lost("x", NOON);
      default -> code.sending().accepted(Optional.empty(), NOON);
    }

    assertThat(code.sending().sealedCode()).isNull();
    assertThat(code.text()).isEqualTo("Code [code]");
  }

  @Test
  void aLongReasonIsCut() {
    Sending sending = message().sending();

    sending.park("x".repeat(500));

    assertThat(sending.failure()).hasSize(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"QUEUED", "SENDING", "UNKNOWN"})
  void whatHasNotArrivedIsGivenUpWhenPersonalDataIsErased(Status status) {
    OutboundMessage message = in(status);

    message.erasePersonalData();

    assertThat(message.status()).isEqualTo(Status.FAILED);
    assertThat(message.isErased()).isTrue();
    assertThat(message.text()).isNull();
  }

  private static OutboundMessage in(Status status) {
    OutboundMessage message = message();
    Sending sending = message.sending();
    switch (status) {
      case QUEUED -> {}
      case SENDING -> call(message);
      case ACCEPTED -> call(message).accepted(Optional.of("ATXid_1"), NOON);
      case DELIVERED -> {
        call(message).accepted(Optional.of("ATXid_1"), NOON);
        sending.delivered(NOON);
      }
      case FAILED -> sending.drop("a reason");
      case UNKNOWN -> call(message).lost("a reason", NOON);
      case PARKED -> sending.park("a reason");
    }
    assertThat(message.status()).isEqualTo(status);
    return message;
  }

  private static List<Long> pauses(int attempts, double jitter) {
    OutboundMessage message = message();
    List<Long> pauses = new ArrayList<>();
    for (int attempt = 0; attempt < attempts; attempt++) {
      call(message).postponed("x", MOST, jitter, NOON);
      pauses.add(Duration.between(NOON, message.sending().nextAttemptAt()).toSeconds());
    }
    return pauses;
  }

  private static Sending accepted() {
    Sending sending = called().sending();
    sending.accepted(Optional.of("ATXid_1"), NOON);
    return sending;
  }

  private static OutboundMessage called() {
    OutboundMessage message = message();
    call(message);
    return message;
  }

  private static Sending call(OutboundMessage message) {
    Sending sending = message.sending();
    sending.take(NOON, PATIENCE);
    assertThat(sending.beginCall(sending.nextAttemptAt(), NOON)).isTrue();
    return sending;
  }

  private static OutboundMessage message() {
    return OutboundMessage.notice(PHONE, "a notice", "AG-2026-000123", NOON);
  }
}

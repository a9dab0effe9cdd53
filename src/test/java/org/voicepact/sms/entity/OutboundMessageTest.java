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

  private static final String CODE_TEXT =
      "VoicePact AG-2026-000123: reply YES-AG-2026-123456-2 to confirm."
          + " At a screen, enter 654321. Good for 5 minutes.";

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
    assertThat(OutboundMessage.answer(PHONE, "x", null, NOON).contractId()).isNull();
    assertThat(OutboundMessage.answer(PHONE, "x", null, NOON).kind()).isEqualTo(Kind.ANSWER);
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

  @Test
  void aCodeIsForgottenOnceTheGatewayHasTakenIt() {
    OutboundMessage message = code();
    message.beginAttempt(NOON, PATIENCE, MOST);
    assertThat(message.text()).isEqualTo(CODE_TEXT);

    message.accepted("at-1", NOON);

    assertForgotten(message);
  }

  @Test
  void aCodeIsKeptAsLongAsItsMessageIsTriedAgain() {
    OutboundMessage message = code();
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.failed("no answer", 2, NOON);
    assertThat(message.text()).isEqualTo(CODE_TEXT);

    message.beginAttempt(NOON, PATIENCE, MOST);
    message.failed("no answer", 2, NOON);

    assertThat(message.status()).isEqualTo(Status.FAILED);
    assertForgotten(message);
  }

  @Test
  void aCodeIsForgottenWithAMessageThatIsGivenUp() {
    OutboundMessage dropped = code();
    dropped.drop("too many messages");
    OutboundMessage withoutEnd = code();
    withoutEnd.beginAttempt(NOON, PATIENCE, 1);
    withoutEnd.beginAttempt(NOON, PATIENCE, 1);

    assertForgotten(dropped);
    assertForgotten(withoutEnd);
  }

  private static void assertForgotten(OutboundMessage message) {
    assertThat(message.text())
        .isEqualTo("VoicePact AG-2026-000123: reply YES-AG-2026-123456-2 to confirm."
            + " At a screen, enter ******. Good for 5 minutes.");
    assertThat(message.kind()).isEqualTo(Kind.CODE);
    assertThat(message.contractId()).isEqualTo("AG-2026-000123");
  }

  @Test
  void whatLooksLikeACodeStaysInAllOtherMessages() {
    String text = "VoicePact AG-2026-000123: 123456 bags";
    OutboundMessage message = OutboundMessage.terms(PHONE, text, "AG-2026-000123", 1, NOON);
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.accepted("at-1", NOON);

    assertThat(message.text()).isEqualTo(text);
  }

  @Test
  void aCodeForSigningInBelongsToNoContract() {
    assertThat(OutboundMessage.code(PHONE, "x", null, NOON).contractId()).isNull();
  }

  @Test
  void aMessageThatWaitsIsDroppedWhenItIsErased() {
    OutboundMessage queued = message();
    OutboundMessage sending = code();
    sending.beginAttempt(NOON, PATIENCE, MOST);

    for (OutboundMessage message : List.of(queued, sending)) {
      message.erasePersonalData();

      assertThat(message.status()).isEqualTo(Status.FAILED);
      assertThat(message.failure()).isEqualTo("personal data was erased before it was sent");
      assertThat(message.text()).isNull();
    }
  }

  @Test
  void whatBecameOfAMessageStaysWhenItIsErased() {
    OutboundMessage sent = message();
    sent.beginAttempt(NOON, PATIENCE, MOST);
    sent.accepted("at-1", NOON);
    OutboundMessage parked = code();
    parked.park("over the limit");

    sent.erasePersonalData();
    parked.erasePersonalData();

    assertThat(sent.status()).isEqualTo(Status.ACCEPTED);
    assertThat(sent.text()).isNull();
    assertThat(parked.status()).isEqualTo(Status.PARKED);
    assertThat(parked.failure()).isEqualTo("over the limit");
    assertThat(parked.contractId()).isEqualTo("AG-2026-000123");
  }

  /** It was on its way when it was erased: it counts as sent, and the gateway's id is not kept. */
  @Test
  void aMessageThatLeftWhileItWasErasedIsAcceptedAndStaysErased() {
    OutboundMessage message = code();
    message.beginAttempt(NOON, PATIENCE, MOST);
    message.erasePersonalData();

    message.accepted("at-1", NOON);
    message.failed("too late", MOST, NOON);

    assertThat(message.status()).isEqualTo(Status.ACCEPTED);
    assertThat(message).hasFieldOrPropertyWithValue("gatewayId", null);
    assertThat(message.text()).isNull();
  }

  private static OutboundMessage code() {
    return OutboundMessage.code(PHONE, CODE_TEXT, "AG-2026-000123", NOON);
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
    return OutboundMessage.answer(PHONE, "an answer", null, NOON);
  }
}

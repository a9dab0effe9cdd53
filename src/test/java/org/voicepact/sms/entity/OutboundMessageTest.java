package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage.Kind;
import org.voicepact.sms.entity.Sending.Status;

class OutboundMessageTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final PhoneNumber PHONE = new PhoneNumber("+254712000101");

  @Test
  void aNewMessageIsDueAtOnce() {
    OutboundMessage message = OutboundMessage.terms(PHONE, "the terms", "AG-2026-000123", 2, NOON);

    assertThat(message.status()).isEqualTo(Status.QUEUED);
    assertThat(message.sending().nextAttemptAt()).isEqualTo(NOON);
    assertThat(message.sending().attempts()).isZero();
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
  void answersAloneAreAskedForAndTermsThatAreOne() {
    assertThat(OutboundMessage.answer(PHONE, "x", null, NOON).isUnasked()).isFalse();
    OutboundMessage terms = OutboundMessage.terms(PHONE, "x", "AG-2026-000123", 1, NOON);
    assertThat(terms.isUnasked()).isTrue();
    assertThat(terms.asked().isUnasked()).isFalse();
    assertThat(OutboundMessage.free(PHONE, "x", NOON).isUnasked()).isTrue();
    assertThat(OutboundMessage.notice(PHONE, "x", "AG-2026-000123", NOON).isUnasked())
        .isTrue();
  }

  @Test
  void aCodeIsInTheTextThatLeavesAndInNoOther() {
    SmsText text = new SmsText("Your code is [code]. [code]?", Optional.of("012345"));

    assertThat(text.full()).isEqualTo("Your code is 012345. 012345?");
    assertThat(text.toString()).doesNotContain("012345");
    assertThat(text.text()).doesNotContain("012345");
  }
}

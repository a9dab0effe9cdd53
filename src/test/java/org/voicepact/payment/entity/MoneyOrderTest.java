package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyOrderTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static MoneyOrder queued() {
    return queued(Direction.COLLECTION);
  }

  private static MoneyOrder queued(Direction direction) {
    return new MoneyOrder(
        "order",
        direction,
        new Carrier("simulator", false),
        MoneyWorld.CONTRACT,
        MoneyWorld.BUYER,
        MoneyWorld.money(100),
        NOON);
  }

  private static MoneyOrder told() {
    MoneyOrder order = queued();
    order.take(NOON);
    order.told(new ProviderReply.Taken(Optional.of("ref")), NOON);
    return order;
  }

  @Test
  void anOrderIsToldOnceAndThenOnlyAskedFor() {
    MoneyOrder order = queued();

    assertThat(order.take(NOON)).isEqualTo(MoneyOrder.Turn.TELL);
    assertThat(order.state()).isEqualTo(MoneyOrder.State.CALLING);
    order.told(new ProviderReply.Lost("time out"), NOON);

    assertThat(order.state()).isEqualTo(MoneyOrder.State.TOLD);
    assertThat(order.take(NOON.plusSeconds(5))).isEqualTo(MoneyOrder.Turn.ASK);
  }

  /** Some providers can be asked only by a number of theirs, and say the receipt in the notice alone. */
  @Test
  void whatALostAnswerWouldHaveSaidIsLearnedFromANotice() {
    MoneyOrder order = queued();
    order.take(NOON);
    order.told(new ProviderReply.Lost("time out"), NOON);
    assertThat(order.providerReference()).isEmpty();

    order.learn(notice("ws_CO_1", "QK12AB34CD"));
    order.learn(notice("ws_CO_2", "ANOTHER"));

    assertThat(order.providerReference()).contains("ws_CO_1");
    assertThat(order.state()).isEqualTo(MoneyOrder.State.TOLD);
    assertThat(order.receipt()).isEmpty();
    order.answered(new Standing.Succeeded(Optional.empty(), Optional.empty()), NOON);
    assertThat(order.receipt()).contains("QK12AB34CD");
  }

  @Test
  void whatTheProviderSaysOnBeingAskedGoesBeforeItsNotice() {
    MoneyOrder order = told();
    order.learn(notice("another", "BY-NOTICE"));
    assertThat(order.providerReference()).contains("ref");

    order.answered(new Standing.Succeeded(Optional.of("BY-ANSWER"), Optional.empty()), NOON);
    assertThat(order.receipt()).contains("BY-ANSWER");
  }

  /** A provider may answer before it tells by itself, and say the receipt only then. */
  @Test
  void aReceiptThatComesAfterTheAnswerIsTaken() {
    MoneyOrder order = told();
    order.answered(new Standing.Succeeded(Optional.empty(), Optional.empty()), NOON);
    assertThat(order.lateReceipt()).isEmpty();

    order.learn(notice("ref", "QK12AB34CD"));

    assertThat(order.lateReceipt()).contains("QK12AB34CD");
    order.completeReceipt();
    assertThat(order.receipt()).contains("QK12AB34CD");
    assertThat(order.lateReceipt()).isEmpty();
  }

  @Test
  void nobodyIsAskedForWhatWasErased() {
    MoneyOrder order = told();
    order.doubt("nobody knows", NOON);
    order.askSoon(NOON);
    assertThat(order.isOnItsWay()).isTrue();

    order.doubt("nobody knows", NOON);
    order.erasePersonalData();
    order.askSoon(NOON);

    assertThat(order.isOnItsWay()).isFalse();
  }

  private static final Standing SUCCEEDED =
      new Standing.Succeeded(Optional.of("QK12AB34CD"), Optional.empty());
  private static final Standing FAILED = new Standing.Failed("no PIN");

  @Test
  void aContradictionIsAskedAboutAndTheSameAnswerEndsIt() {
    MoneyOrder order = told();
    order.answered(SUCCEEDED, NOON);
    assertThat(order.isDue(NOON)).isFalse();

    assertThat(order.contradicted("a notice says otherwise", NOON))
        .isEqualTo(MoneyOrder.Effect.IN_REVIEW);

    assertThat(order.isDue(NOON)).isTrue();
    assertThat(order.take(NOON)).isEqualTo(MoneyOrder.Turn.ASK);
    assertThat(order.state()).isEqualTo(MoneyOrder.State.SUCCEEDED);
    assertThat(order.answered(new Standing.Waiting(), NOON)).isEqualTo(MoneyOrder.Effect.NONE);
    assertThat(order.isContradicted()).isTrue();
    assertThat(order.isDue(NOON.plusSeconds(5))).isTrue();
    assertThat(order.answered(SUCCEEDED, NOON)).isEqualTo(MoneyOrder.Effect.SUCCEEDED);
    assertThat(order.isContradicted()).isFalse();
    assertThat(order.isDue(NOON.plusSeconds(3600))).isFalse();
  }

  /** A payout waits for a provider as long as it takes, and the provider’s own time begins after that. */
  @Test
  void theDayOfUnclearAnswersBeginsWhenTheProviderWasTold() {
    MoneyOrder order = queued();
    Instant told = NOON.plus(Duration.ofDays(3));
    order.take(told);
    order.told(new ProviderReply.Lost("time out"), told);

    order.take(told.plusSeconds(5));
    order.answered(new Standing.Waiting(), told.plusSeconds(5));
    assertThat(order.state()).isEqualTo(MoneyOrder.State.TOLD);

    Instant after = told.plus(Duration.ofHours(25));
    order.take(after);
    assertThat(order.answered(new Standing.Waiting(), after))
        .isEqualTo(MoneyOrder.Effect.IN_REVIEW);
  }

  @Test
  void whatIsWithdrawnIsNotTold() {
    MoneyOrder order = queued();

    order.withdraw(NOON);

    assertThat(order.isDue(NOON)).isFalse();
    assertThat(order.state()).isEqualTo(MoneyOrder.State.FAILED);
    MoneyOrder told = told();
    told.withdraw(NOON);
    assertThat(told.state()).isEqualTo(MoneyOrder.State.TOLD);
  }

  @Test
  void anAnswerFromBeforeTheQuestionEndsNoContradiction() {
    MoneyOrder order = told();
    order.take(NOON);
    order.answered(SUCCEEDED, NOON);
    order.contradicted("a notice says otherwise", NOON);

    order.answered(SUCCEEDED, NOON);

    assertThat(order.isContradicted()).isTrue();
  }

  @Test
  void aPaymentThatCameAfterItsFailureIsKnownByTheAnswer() {
    MoneyOrder order = told();
    order.answered(FAILED, NOON);
    order.contradicted("a notice says otherwise", NOON);
    order.take(NOON);

    assertThat(order.answered(SUCCEEDED, NOON)).isEqualTo(MoneyOrder.Effect.SUCCEEDED);

    assertThat(order.state()).isEqualTo(MoneyOrder.State.SUCCEEDED);
    assertThat(order.receipt()).contains("QK12AB34CD");
  }

  @Test
  void anotherAmountThanWasAskedForIsLookedAt() {
    MoneyOrder order = told();
    order.answered(FAILED, NOON);
    order.contradicted("a notice says otherwise", NOON);
    order.withdraw(NOON);
    order.take(NOON);
    Standing other =
        new Standing.Succeeded(Optional.of("QK12AB34CD"), Optional.of(MoneyWorld.money(99)));

    assertThat(order.answered(other, NOON)).isEqualTo(MoneyOrder.Effect.IN_REVIEW);

    assertThat(order.state()).isEqualTo(MoneyOrder.State.FAILED);
    assertThat(order.isContradicted()).isTrue();
  }

  @Test
  void aReceiptThatIsKnownStays() {
    MoneyOrder order = told();
    order.answered(SUCCEEDED, NOON);
    order.contradicted("a notice says otherwise", NOON);
    order.take(NOON);
    order.answered(new Standing.Succeeded(Optional.empty(), Optional.empty()), NOON);
    assertThat(order.receipt()).contains("QK12AB34CD");
    assertThat(order.isContradicted()).isFalse();

    order.contradicted("a notice says otherwise", NOON);
    order.take(NOON);
    order.answered(new Standing.Succeeded(Optional.of("ANOTHER"), Optional.empty()), NOON);

    assertThat(order.receipt()).contains("QK12AB34CD");
    assertThat(order.isContradicted()).isTrue();
  }

  @Test
  void nobodyLooksAtWhatWasWithdrawnAndNeverHeardOf() {
    MoneyOrder order = told();
    order.withdraw(NOON);
    order.take(NOON);

    assertThat(order.answered(new Standing.NotKnown("too long ago"), NOON))
        .isEqualTo(MoneyOrder.Effect.NONE);

    assertThat(order.state()).isEqualTo(MoneyOrder.State.IN_REVIEW);
  }

  @Test
  void thatAPaymentHasNotComeOnlyPeopleSay() {
    MoneyOrder order = told();
    order.answered(SUCCEEDED, NOON);
    order.contradicted("a notice says otherwise", NOON);
    order.take(NOON);

    assertThat(order.answered(FAILED, NOON)).isEqualTo(MoneyOrder.Effect.NONE);

    assertThat(order.state()).isEqualTo(MoneyOrder.State.SUCCEEDED);
    assertThat(order.isContradicted()).isTrue();
    assertThat(order.isDue(NOON.plusSeconds(3600))).isFalse();
  }

  @Test
  void aProviderThatSaysNothingClearOfAContradictionIsAskedForADay() {
    MoneyOrder order = told();
    order.answered(SUCCEEDED, NOON);
    order.contradicted("a notice says otherwise", NOON);
    Instant later = NOON.plus(MoneyOrder.LONGEST_UNCLEAR).plusSeconds(1);
    order.take(later);

    order.answered(new Standing.NoAnswer("time out"), later);

    assertThat(order.isContradicted()).isTrue();
    assertThat(order.isDue(later.plusSeconds(3600))).isFalse();
  }

  @Test
  void whoContradictsAgainAndAgainIsLookedAtByPeople() {
    MoneyOrder order = told();
    order.answered(SUCCEEDED, NOON);
    for (int i = 0; i < 3; i++) {
      order.contradicted("a notice says otherwise", NOON);
      assertThat(order.take(NOON)).isEqualTo(MoneyOrder.Turn.ASK);
      order.answered(SUCCEEDED, NOON);
    }

    order.contradicted("a notice says otherwise", NOON);

    assertThat(order.isContradicted()).isTrue();
    assertThat(order.isDue(NOON)).isFalse();
  }

  private static ProviderNotice notice(String reference, String receipt) {
    return new ProviderNotice(
        Optional.empty(),
        Optional.of(reference),
        ProviderNotice.Claim.SUCCEEDED,
        ProviderNotice.Answers.NOTHING,
        Optional.of(receipt),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void anOrderWhoseServerDiedIsAskedFor() {
    MoneyOrder order = queued();
    order.take(NOON);

    assertThat(order.nextAt()).isEqualTo(NOON.plus(Turns.PATIENCE));
    assertThat(order.take(order.nextAt())).isEqualTo(MoneyOrder.Turn.ASK);
    assertThat(order.state()).isEqualTo(MoneyOrder.State.TOLD);
  }

  @Test
  void aCallThatHasNotLeftIsMadeAgainForAnHour() {
    MoneyOrder order = queued();
    order.take(NOON);
    assertThat(order.told(new ProviderReply.NotCalled("no route"), NOON))
        .isEqualTo(MoneyOrder.Effect.NONE);
    assertThat(order.nextAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(order.take(NOON.plusSeconds(5))).isEqualTo(MoneyOrder.Turn.TELL);
    order.told(new ProviderReply.NotCalled("no route"), NOON.plusSeconds(5));
    assertThat(order.nextAt()).isEqualTo(NOON.plusSeconds(15));

    Instant late = NOON.plus(MoneyOrder.LONGEST_WITHOUT_CALL).plusSeconds(1);
    order.take(late);
    assertThat(order.told(new ProviderReply.NotCalled("no route"), late))
        .isEqualTo(MoneyOrder.Effect.FAILED);
  }

  @Test
  void whatIsOwedWaitsForTheProviderAndCanBeTakenBack() {
    MoneyOrder payout = queued(Direction.PAYOUT);
    Instant late = NOON.plus(MoneyOrder.LONGEST_WITHOUT_CALL).plusSeconds(1);
    payout.take(late);
    assertThat(payout.told(new ProviderReply.NotCalled("no route"), late))
        .isEqualTo(MoneyOrder.Effect.NONE);

    assertThat(payout.recall(late)).isEqualTo(MoneyOrder.Effect.FAILED);
  }

  @Test
  void aPayoutThatIsBeingToldIsTakenBackOnlyWhereTheCallDoesNotArrive() {
    for (boolean arrives : List.of(true, false)) {
      MoneyOrder payout = queued(Direction.PAYOUT);
      payout.take(NOON);
      assertThat(payout.recall(NOON)).isEqualTo(MoneyOrder.Effect.NONE);

      MoneyOrder.Effect effect = payout.told(
          arrives
              ? new ProviderReply.Taken(Optional.of("P1"))
              : new ProviderReply.NotCalled("no route"),
          NOON);

      assertThat(effect).isEqualTo(arrives ? MoneyOrder.Effect.NONE : MoneyOrder.Effect.FAILED);
      assertThat(payout.recall(NOON)).isEqualTo(MoneyOrder.Effect.NONE);
      // People look at what may have gone although it was to be taken back.
      assertThat(payout.answered(new Standing.NotKnown("nothing"), NOON))
          .isEqualTo(arrives ? MoneyOrder.Effect.IN_REVIEW : MoneyOrder.Effect.NONE);
    }
  }

  /** The server that told it had been given up; another has asked since then. */
  @Test
  void aLateReplyDoesNotPutAnOrderBackIntoTheQueue() {
    MoneyOrder order = queued();
    order.take(NOON);
    order.take(order.nextAt());

    order.told(new ProviderReply.NotCalled("no route"), order.nextAt());

    assertThat(order.state()).isEqualTo(MoneyOrder.State.TOLD);
  }

  @Test
  void whatTheProviderDoesNotKnowAPersonLooksAt() {
    MoneyOrder order = told();

    assertThat(order.answered(new Standing.NotKnown("no such id"), NOON))
        .isEqualTo(MoneyOrder.Effect.IN_REVIEW);
    assertThat(order.failure()).contains("no such id");
  }

  @Test
  void anotherAmountMovesNothing() {
    MoneyOrder order = told();

    assertThat(order.answered(
            new Standing.Succeeded(Optional.of("R1"), Optional.of(MoneyWorld.money(99))), NOON))
        .isEqualTo(MoneyOrder.Effect.IN_REVIEW);
    assertThat(order.receipt()).isEmpty();
  }

  @Test
  void theFirstClearAnswerStandsAndItsOppositeIsLookedAt() {
    MoneyOrder order = told();
    Standing succeeded = new Standing.Succeeded(Optional.of("R1"), Optional.empty());

    assertThat(order.answered(succeeded, NOON)).isEqualTo(MoneyOrder.Effect.SUCCEEDED);
    assertThat(order.answered(succeeded, NOON)).isEqualTo(MoneyOrder.Effect.NONE);
    assertThat(order.answered(new Standing.Failed("no"), NOON))
        .isEqualTo(MoneyOrder.Effect.IN_REVIEW);
    assertThat(order.state()).isEqualTo(MoneyOrder.State.SUCCEEDED);
  }

  @Test
  void whatStaysUnclearForADayIsLookedAt() {
    MoneyOrder order = told();

    assertThat(order.answered(new Standing.Waiting(), NOON)).isEqualTo(MoneyOrder.Effect.NONE);
    assertThat(order.answered(
            new Standing.Waiting(), NOON.plus(MoneyOrder.LONGEST_UNCLEAR).plusSeconds(1)))
        .isEqualTo(MoneyOrder.Effect.IN_REVIEW);
  }

  @Test
  void nobodyAnswersWhatNobodyAsked() {
    MoneyOrder order = queued();

    assertThat(order.answered(new Standing.Succeeded(Optional.empty(), Optional.empty()), NOON))
        .isEqualTo(MoneyOrder.Effect.NONE);
    assertThat(order.state()).isEqualTo(MoneyOrder.State.QUEUED);
  }
}

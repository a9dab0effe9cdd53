package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** What is held for longer than {@code ESCROW_TIMEOUT} is shown to a person and stays where it is; prompts end. */
class ForgottenMoneyIT {

  private static final PhoneRange PHONES = new PhoneRange(6970);

  /** The sweep comes each minute. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void isReviewedAndMovesOnlyByADecision() throws SQLException {
    try (VoicePactServer server = VoicePactServer.start("forgotten-money", Purse.settings("0"))) {
      Api api = Api.documented(server);
      Purse forgotten = Purse.full(api, PHONES);
      Purse remembered = Purse.full(api, PHONES);
      Purse unanswered = Purse.confirmed(api, PHONES);
      final Answer asked = unanswered.checkout("350000");
      Purse unheard = Purse.confirmed(api, PHONES);
      final Answer ended = unheard.checkout("350000");
      unanswered.awaitPayment(asked.member("payment_id"), "pending");
      unheard.awaitPayment(ended.member("payment_id"), "pending");
      refusesASecondPrompt(unanswered, asked.member("payment_id"));
      server.stop();
      hold(server, forgotten, Instant.now().minus(Duration.ofDays(7).plusMinutes(1)));
      hold(server, remembered, Instant.now().minus(Duration.ofDays(6)));
      Instant old = Instant.now().minus(Duration.ofMinutes(11));
      set(server, "money_order SET called_at", old, "contract_id", unanswered.id());
      set(
          server,
          "simulated_prompt SET created_at",
          old,
          "order_id",
          ended.member("transaction_id"));
      server.launch();
      server.awaitReady();

      unheard.awaitPayment(ended.member("payment_id"), "failed");
      closesThePrompt(server, unanswered, asked);
      String payment = forgotten.onlyPayment();
      VoicePactServer.await(
          "the payment is in review",
          PATIENCE,
          () -> forgotten.payment(payment).path("status").asText().equals("in_review"));
      assertThat(remembered.payment(remembered.onlyPayment()).path("status").asText())
          .isEqualTo("locked");
      assertThat(forgotten.money().path("held").decimalValue()).isEqualByComparingTo("350000");

      forgotten.sms(forgotten.seller(), "DELIVERED-" + forgotten.id());
      forgotten.sms(forgotten.buyer(), "ACCEPT-" + forgotten.id());
      forgotten.awaitPayment(payment, "released");
      server.stop();
      Ledgers.assertWhole(server);
    }
  }

  private static void refusesASecondPrompt(Purse purse, String payment) {
    Answer second = purse.checkout("350000");
    assertProblem(second, 409);
    assertThat(second.member("detail")).contains("asked for this already");
    Answer close = purse.decide(payment, "close", Purse.ADMINISTRATOR);
    assertProblem(close, 409);
    assertThat(close.member("detail")).contains("ten minutes");
  }

  /** And the money that comes after all is held. */
  private static void closesThePrompt(VoicePactServer server, Purse purse, Answer asked) {
    String payment = asked.member("payment_id");
    assertThat(purse.decide(payment, "close", Purse.ADMINISTRATOR).member("status"))
        .isEqualTo("failed");
    server.awaitMessage(purse.buyer(), "was not paid");
    Answer again = purse.checkout("350000");
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    purse.answerPrompt(again.member("transaction_id"), "refuse");
    purse.awaitPayment(again.member("payment_id"), "failed");

    purse.answerPrompt(asked.member("transaction_id"), "approve");

    purse.awaitPayment(payment, "locked");
  }

  private static void hold(VoicePactServer server, Purse purse, Instant since) throws SQLException {
    set(server, "payment SET held_at", since, "contract_id", purse.id());
  }

  private static void set(
      VoicePactServer server, String what, Instant time, String key, String value)
      throws SQLException {
    try (Connection database = server.connect();
        PreparedStatement statement =
            database.prepareStatement("UPDATE " + what + " = ? WHERE " + key + " = ?")) {
      statement.setTimestamp(1, Timestamp.from(time));
      statement.setString(2, value);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}

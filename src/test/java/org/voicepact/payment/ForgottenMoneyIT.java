package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** What is held for longer than {@code ESCROW_TIMEOUT} is shown to a person and stays where it is. */
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
      server.stop();
      hold(server, forgotten, Instant.now().minus(Duration.ofDays(7).plusMinutes(1)));
      hold(server, remembered, Instant.now().minus(Duration.ofDays(6)));
      server.launch();
      server.awaitReady();

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

  private static void hold(VoicePactServer server, Purse purse, Instant since) throws SQLException {
    try (Connection database = server.connect();
        PreparedStatement statement =
            database.prepareStatement("UPDATE payment SET held_at = ? WHERE contract_id = ?")) {
      statement.setTimestamp(1, Timestamp.from(since));
      statement.setString(2, purse.id());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}

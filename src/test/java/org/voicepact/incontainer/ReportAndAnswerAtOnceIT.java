package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.control.GatewayCall;
import org.voicepact.sms.control.GatewayCall.Ended;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SmsText;

/** A delivery report and the gateway's answer come at the same time, and neither transaction sees the other. */
@ExtendWith(ArquillianExtension.class)
class ReportAndAnswerAtOnceIT {

  @Inject
  private SendingOutbox outbox;

  @Inject
  private DeliveryReports reports;

  @Inject
  private UserTransaction transaction;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  private final PhoneNumber phone = Samples.newPhone();
  private final String gatewayId = "at-once-" + phone.e164().substring(4);

  @Deployment
  static WebArchive application() {
    return Deployments.with(ReportAndAnswerAtOnceIT.class, Samples.class);
  }

  @Test
  void theReportCommitsLast() throws Exception {
    long id = messageThatIsCalledFor();

    transaction.begin();
    report();
    elsewhere(() -> answer(id));
    transaction.commit();
    assertEquals("ACCEPTED", status(id));

    reports.settle(List.of(gatewayId));
    assertEquals("DELIVERED", status(id));
  }

  @Test
  void theAnswerCommitsLast() throws Exception {
    long id = messageThatIsCalledFor();

    transaction.begin();
    answer(id);
    elsewhere(this::report);
    transaction.commit();
    assertEquals("ACCEPTED", status(id));

    reports.settle(List.of(gatewayId));
    assertEquals("DELIVERED", status(id));
  }

  private void report() {
    reports.keep(
        new DeliveryNotice(gatewayId, "Success", Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private void answer(long id) {
    outbox.end(List.of(new Ended(
        new GatewayCall(new SmsText("x", Optional.empty()), Map.of(phone, id)),
        Map.of(phone, new SendOutcome.Accepted(Optional.of(gatewayId))))));
  }

  private static void elsewhere(Runnable act) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread.submit(act).get();
    } finally {
      thread.shutdownNow();
    }
  }

  /** For which no server looks, for a day. */
  private long messageThatIsCalledFor() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO outbound_message"
            + " (id, phone, text, kind, status, attempts, created_at, next_attempt_at, called_at)"
            + " VALUES (nextval('outbound_message_id'), ?, 'x', 'FREE', 'SENDING', 1, CURRENT_TIMESTAMP,"
            + " CURRENT_TIMESTAMP + INTERVAL '24' HOUR, CURRENT_TIMESTAMP)")) {
      insert.setString(1, phone.e164());
      insert.executeUpdate();
    }
    return number("SELECT id FROM outbound_message WHERE phone = ?", phone.e164());
  }

  private long number(String query, String value) throws SQLException {
    return Long.parseLong(text(query, value));
  }

  private String status(long id) throws SQLException {
    return text(
        "SELECT status FROM outbound_message WHERE id = CAST(? AS BIGINT)", Long.toString(id));
  }

  private String text(String query, String value) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}

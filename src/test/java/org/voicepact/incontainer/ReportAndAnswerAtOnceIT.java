package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.control.GatewayCall;
import org.voicepact.sms.control.GatewayCall.Ended;
import org.voicepact.sms.control.ReceivingSms;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SmsText;

/**
 * A delivery report and the gateway's answer come at the same time, and neither transaction sees the other; or a message
 * comes in twice.
 */
@InContainer
class ReportAndAnswerAtOnceIT {

  @Inject
  private SendingOutbox outbox;

  @Inject
  private DeliveryReports reports;

  @Inject
  private ReceivingSms receiving;

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

  @Test
  void aReportThatCameFirstDecidesOnceTheAnswerIsLost() throws Exception {
    long id = messageThatIsCalledFor();

    report(gatewayId, "Buffered");
    report(gatewayId, "Success");
    assertEquals("SENDING", status(id));
    end(id, new SendOutcome.Lost("the answer was lost"));
    decideLost();

    assertEquals("DELIVERED", status(id));
  }

  @Test
  void aReportThatCommitsWithTheLossDecides() throws Exception {
    long id = messageThatIsCalledFor();

    transaction.begin();
    report(gatewayId, "Success");
    elsewhere(() -> end(id, new SendOutcome.Lost("the answer was lost")));
    transaction.commit();
    assertEquals("UNKNOWN", status(id));

    reports.decideLost(phone);
    assertEquals("DELIVERED", status(id));
  }

  /** The server's own round finds that the time of the one that had taken it is over. */
  @Test
  void aReportThatCameFirstDecidesWhereTheServerDied() throws Exception {
    long id = messageThatIsCalledFor();
    report(gatewayId, "Success");

    change("next_attempt_at = CURRENT_TIMESTAMP", id);

    Instant end = Instant.now().plusSeconds(60);
    while (!status(id).equals("DELIVERED") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    assertEquals("DELIVERED", status(id));
  }

  @Test
  void aReportOfAMessageWhoseAnswerIsStillToComeDecidesNothing() throws Exception {
    long lost = lostMessage();
    long other = messageThatIsCalledFor();

    report(gatewayId, "Success");
    assertEquals("UNKNOWN", status(lost));
    answer(other);

    assertEquals("DELIVERED", status(other));
    decideLost();
    assertEquals("UNKNOWN", status(lost));
    report(gatewayId + "-lost", "Failed");
    assertEquals("FAILED", status(lost));
  }

  @Test
  void whatWaitedForAnotherAnswerIsDecidedOnceThatIsHere() throws Exception {
    long lost = lostMessage();
    long other = messageThatIsCalledFor();

    report(gatewayId + "-lost", "Success");
    assertEquals("UNKNOWN", status(lost));
    answer(other);
    decideLost();

    assertEquals("DELIVERED", status(lost));
    assertEquals("ACCEPTED", status(other));
  }

  @Test
  void nothingIsGuessedWithoutAnEndOrWhereItMayBeOfAnother() throws Exception {
    long lost = lostMessage();
    report(gatewayId, "Sent");
    assertEquals("UNKNOWN", status(lost));

    long acceptedWithoutId = messageThatIsCalledFor();
    end(acceptedWithoutId, new SendOutcome.Accepted(Optional.empty()));
    report(gatewayId, "Success");
    assertEquals("UNKNOWN", status(lost));
    assertEquals("ACCEPTED", status(acceptedWithoutId));
  }

  @Test
  void aReportOfAnEarlierAttemptIsNotTakenForAnotherMessage() throws Exception {
    long again = lostMessage();
    change("status = 'ACCEPTED', gateway_id = '" + gatewayId + "-second'", again);
    long lost = lostMessage();

    report(gatewayId + "-first", "Success");

    assertEquals("UNKNOWN", status(lost));
    assertEquals("ACCEPTED", status(again));
  }

  @Test
  void aReportThatFollowsAnEarlierOneIsOfTheSameMessage() throws Exception {
    long again = messageThatIsCalledFor();
    answer(again);
    report(gatewayId, "Failed");
    assertEquals("FAILED", status(again));
    change("status = 'ACCEPTED', gateway_id = '" + gatewayId + "-second'", again);
    long lost = lostMessage();

    report(gatewayId, "Success");

    assertEquals("UNKNOWN", status(lost));
    assertEquals("ACCEPTED", status(again));
  }

  @Test
  void aSignedBodyWithNothingElseThatComesSomeTimesAtOnceIsOneMessage() throws Exception {
    int times = 6;
    CyclicBarrier start = new CyclicBarrier(times);
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        // As if the servers' clocks were not the same.
        Instant received = Instant.now().plusSeconds(i);
        calls.add(threads.submit(() -> {
          start.await();
          receive(received);
          return null;
        }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(
        1, number("SELECT COUNT(*) FROM inbound_message WHERE sender_phone = ?", phone.e164()));
  }

  private void receive(Instant received) {
    InboundMessage message = new InboundMessage(
        Optional.empty(),
        phone.e164(),
        Optional.empty(),
        "LIST",
        Optional.empty(),
        Optional.empty(),
        received);
    receiving.receive(message, "LIST", Assurance.GATEWAY, Optional.of(gatewayId));
  }

  private void report() {
    reports.keep(
        new DeliveryNotice(gatewayId, "Success", Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private void report(String id, String status) {
    reports.keep(
        new DeliveryNotice(id, status, Optional.empty(), Optional.empty()), Optional.of(phone));
  }

  private void answer(long id) {
    end(id, new SendOutcome.Accepted(Optional.of(gatewayId)));
  }

  private void end(long id, SendOutcome outcome) {
    outbox.end(List.of(new Ended(
        new GatewayCall(new SmsText("x", Optional.empty()), Map.of(phone, id)),
        Map.of(phone, outcome))));
  }

  private void decideLost() {
    reports.withWaitingReports(List.of(phone)).forEach(reports::decideLost);
  }

  private long lostMessage() throws SQLException {
    long id = messageThatIsCalledFor();
    end(id, new SendOutcome.Lost("the answer was lost"));
    return id;
  }

  private void change(String what, long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE outbound_message SET " + what + " WHERE id = ?")) {
      update.setLong(1, id);
      assertEquals(1, update.executeUpdate());
    }
  }

  private static void elsewhere(Runnable act) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread.submit(act).get();
    } finally {
      thread.shutdownNow();
    }
  }

  /**
   * For which no server looks, for a day. The application's clock, by which reports come, may be late by the time that it
   * takes to read the database's, up to a second: the call is longer ago.
   */
  private long messageThatIsCalledFor() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO outbound_message"
                + " (id, phone, text, kind, status, attempts, created_at, next_attempt_at, called_at)"
                + " VALUES (nextval('outbound_message_id'), ?, 'x', 'FREE', 'SENDING', 1, CURRENT_TIMESTAMP,"
                + " CURRENT_TIMESTAMP + INTERVAL '24' HOUR, CURRENT_TIMESTAMP - INTERVAL '10' SECOND)")) {
      insert.setString(1, phone.e164());
      insert.executeUpdate();
    }
    return number("SELECT MAX(id) FROM outbound_message WHERE phone = ?", phone.e164());
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

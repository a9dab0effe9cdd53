package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.control.TimingClaims;
import org.voicepact.sms.entity.DeliveryNotice;

/**
 * Since when a buyer knows of a delivery. Messages to the buyer's country are parked, so that the tests alone say what
 * becomes of the notice; the server's own sweep may tell the contract as well, which changes nothing.
 */
@ExtendWith(ArquillianExtension.class)
class TimingClaimsIT {

  private static final Provenance REST = Provenance.byRest(Assurance.CLAIMED);

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract answering;

  @Inject
  private DeliveringContract delivering;

  @Inject
  private Contracts contracts;

  @Inject
  private TimingClaims timing;

  @Inject
  private DeliveryReports reports;

  @Inject
  private UserTransaction transaction;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  private final PhoneNumber seller = Samples.newPhone();
  private final PhoneNumber buyer =
      new PhoneNumber("+1212555" + Samples.newPhone().e164().substring(9));
  private final String gatewayId = "timing-" + seller.e164().substring(1);
  private ContractId id;
  private long message;

  @Deployment
  static WebArchive application() {
    return Deployments.with(TimingClaimsIT.class, Samples.class);
  }

  @BeforeEach
  void claim() throws SQLException {
    id = creating
        .create(Samples.contract("Maize", seller, buyer), Actor.ANONYMOUS)
        .contract()
        .id();
    answering.confirm(id, seller, Optional.empty(), REST);
    answering.confirm(id, buyer, Optional.empty(), REST);
    delivering.claim(id, seller, Expected.version(Optional.empty()), Claimed.ALL, REST);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(
            "SELECT message_id FROM claim_notice WHERE contract_id = ?")) {
      select.setString(1, id.value());
      try (ResultSet row = select.executeQuery()) {
        assertTrue(row.next());
        message = row.getLong(1);
      }
    }
  }

  private Delivery delivery() {
    return contracts.view(id).contract().fulfilment().claims().get(0);
  }

  /** The gateway has taken the notice. */
  private void accepted() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(
            "UPDATE outbound_message SET status = 'ACCEPTED', accepted_at = CURRENT_TIMESTAMP,"
                + " gateway_id = ? WHERE id = ?")) {
      update.setString(1, gatewayId);
      update.setLong(2, message);
      assertEquals(1, update.executeUpdate());
    }
  }

  private void reportFailure() {
    reports.keep(
        new DeliveryNotice(gatewayId, "Failed", Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  @Test
  void noTimeRunsBeforeTheNoticeHasLeft() {
    timing.tell(message);

    assertEquals(Optional.empty(), delivery().acceptUntil());
  }

  @Test
  void theTimeThatTheNoticeNamesRunsOnceTheGatewayHasTakenIt() throws SQLException {
    accepted();

    timing.tell(message);
    Instant until = delivery().acceptUntil().orElseThrow();
    timing.tell(message);

    assertEquals(delivery().noticeSentAt().orElseThrow().plus(Duration.ofDays(7)), until);
    assertEquals(until, delivery().acceptUntil().orElseThrow());
  }

  @Test
  void aNoticeThatDidNotArriveStopsTheTime() throws SQLException {
    accepted();
    timing.tell(message);

    reportFailure();
    timing.tell(message);

    assertEquals(Optional.empty(), delivery().acceptUntil());
  }

  @Test
  void aReportThatComesWhileTheContractIsToldIsNotOverlooked() throws Exception {
    accepted();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      transaction.begin();
      contracts.lock(id);
      Future<?> telling = thread.submit(() -> timing.tell(message));
      Thread reporting = new Thread(this::reportFailure);
      reporting.start();
      reporting.join();
      transaction.commit();
      telling.get();
    } finally {
      thread.shutdownNow();
    }
    timing.tell(message);

    assertEquals(Optional.empty(), delivery().acceptUntil());
  }
}

package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.control.NewContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.control.ReceivingSms;
import org.voicepact.sms.control.RetryingMessage;
import org.voicepact.sms.control.TimingClaims;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.sms.entity.InboundMessage;

/**
 * Since when a buyer knows of a delivery. Messages to the buyer's country are parked, so that the tests alone say what
 * becomes of the notice; the server's own sweep may tell the contract as well, which changes nothing.
 */
@InContainer
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
  private RetryingMessage retrying;

  @Inject
  private ReceivingSms receiving;

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
    message = Long.parseLong(text("SELECT message_id FROM claim_notice WHERE contract_id = ?", id));
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
  void theSellerIsToldOnceThatNoMessageReachesTheBuyer() throws SQLException {
    String unheard = "SELECT COUNT(*) FROM outbound_message WHERE contract_id = ? AND phone = '"
        + seller.e164() + "' AND text LIKE '%seems to have reached the buyer%'";
    Instant end = Instant.now().plusSeconds(30);
    while (!status().equals("PARKED") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    timing.tell(message);
    timing.tell(message);
    assertEquals("1", text(unheard, id));

    retrying.retry(message, Actor.ANONYMOUS);
    accepted();
    timing.tell(message);
    assertTrue(delivery().acceptUntil().isPresent());
  }

  private String status() throws SQLException {
    return text(
        "SELECT m.status FROM outbound_message m JOIN claim_notice n ON n.message_id = m.id"
            + " WHERE n.contract_id = ?",
        id);
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
  void aNoticeThatAPersonSendsAgainStartsTheTime() throws SQLException {
    accepted();
    timing.tell(message);
    reportFailure();
    timing.tell(message);
    timing.tell(message);
    assertEquals(Optional.empty(), delivery().acceptUntil());

    retrying.retry(message, Actor.ANONYMOUS);
    timing.tell(message);
    assertEquals(Optional.empty(), delivery().acceptUntil());
    accepted();
    timing.tell(message);

    assertTrue(delivery().acceptUntil().isPresent());
  }

  @Test
  void theTimeOfALostNoticeEndsAlsoWhereItIsSentAgainAtOnce() throws SQLException {
    accepted();
    timing.tell(message);
    Instant first = delivery().noticeSentAt().orElseThrow();
    reportFailure();
    retrying.retry(message, Actor.ANONYMOUS);
    accepted();

    timing.tell(message);
    timing.tell(message);

    assertTrue(delivery().noticeSentAt().orElseThrow().isAfter(first));
  }

  /** The unit is looked at before the contract is locked; what was delivered is not. */
  @Test
  void aDeliveryWithAUnitThatWaitsForAnotherIsNotClaimedBesideIt() throws Exception {
    ContractId other = contractOfBags();
    Thread claiming = new Thread(() -> receiving.receive(
        new InboundMessage(
            Optional.empty(),
            seller.e164(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Instant.now()),
        "DELIVERED-" + other + " 40 bags",
        Assurance.GATEWAY,
        Optional.empty()));
    transaction.begin();
    contracts.lock(other);
    claiming.start();
    Instant end = Instant.now().plusMillis(300);
    while (claiming.isAlive() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    assertTrue(claiming.isAlive());
    delivering.claim(
        other,
        seller,
        Expected.version(Optional.empty()),
        new Claimed(Optional.of(new BigDecimal("60")), Optional.empty()),
        REST);
    transaction.commit();
    claiming.join();

    List<Delivery> claims = contracts.view(other).contract().fulfilment().claims();
    assertEquals(1, claims.size());
    assertEquals(Optional.of(new BigDecimal("60")), claims.get(0).quantity());
    assertEquals(
        "1",
        text(
            "SELECT COUNT(*) FROM outbound_message WHERE contract_id = ? AND kind = 'ANSWER'",
            other));
  }

  private ContractId contractOfBags() {
    ObjectNode members = JsonNodeFactory.instance
        .objectNode()
        .put(Terms.PRODUCT, "Maize")
        .put(Terms.QUANTITY, 100)
        .put(Terms.UNIT, "bags")
        .put(Terms.TOTAL_AMOUNT, new BigDecimal("1000.00"));
    NewContract plain = Samples.contract("Maize", seller, buyer);
    ContractId made = creating
        .create(
            new NewContract(
                plain.type(),
                plain.language(),
                new Terms(Currency.getInstance("KES"), members),
                Optional.empty(),
                plain.parties()),
            Actor.ANONYMOUS)
        .contract()
        .id();
    answering.confirm(made, seller, Optional.empty(), REST);
    answering.confirm(made, buyer, Optional.empty(), REST);
    return made;
  }

  private String text(String query, ContractId contract) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, contract.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
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

package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.control.AcceptingSilently;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.control.DisputingContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;

/** A buyer who was told of a delivery and says nothing accepts it, by the database's time. */
@InContainer
class SilentAcceptanceIT {

  private static final Provenance REST = Provenance.byRest(Assurance.CLAIMED);
  private static final Expected ANY = Expected.version(Optional.empty());
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration LONG = Duration.ofDays(8);

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract answering;

  @Inject
  private DeliveringContract delivering;

  @Inject
  private DisputingContract disputing;

  @Inject
  private AcceptingSilently accepting;

  @Inject
  private Contracts contracts;

  @Inject
  private EntityManager entities;

  @Inject
  private UserTransaction transaction;

  @Inject
  private Clock clock;

  private final PhoneNumber seller = Samples.newPhone();
  /** In a country that messages do not go to, so that no notice leaves but by these tests. */
  private final PhoneNumber buyer =
      new PhoneNumber("+1212555" + Samples.newPhone().e164().substring(9));

  @Deployment
  static WebArchive application() {
    return Deployments.with(SilentAcceptanceIT.class, Samples.class);
  }

  private ContractId claimed() {
    ContractId id = creating
        .create(Samples.contract("Maize", seller, buyer), Actor.ANONYMOUS)
        .contract()
        .id();
    answering.confirm(id, seller, Optional.empty(), REST);
    answering.confirm(id, buyer, Optional.empty(), REST);
    delivering.claim(id, seller, ANY, Claimed.ALL, REST);
    return id;
  }

  private void makeOverdue(ContractId id) throws Exception {
    delivering.noticeSent(id, 1, clock.instant(), WEEK);
    transaction.begin();
    entities
        .createNativeQuery(
            "UPDATE delivery SET accept_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"
                + " WHERE contract_id = ?1")
        .setParameter(1, id.value())
        .executeUpdate();
    transaction.commit();
  }

  private Delivery claim(ContractId id) {
    return contracts.view(id).contract().fulfilment().claims().get(0);
  }

  private ContractStatus status(ContractId id) {
    return contracts.view(id).contract().status();
  }

  private long count(String rows) {
    return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM " + rows).getSingleResult())
        .longValue();
  }

  @Test
  void whoWasNotToldAcceptsNothing() {
    ContractId id = claimed();

    assertFalse(accepting.due(clock.instant().plus(LONG), Integer.MAX_VALUE).contains(id));
    accepting.acceptIfDue(id);

    assertEquals(ContractStatus.ACTIVE, status(id));
    assertEquals(Optional.empty(), claim(id).acceptUntil());
  }

  @Test
  void theTimeRunsFromTheNoticeOn() {
    ContractId id = claimed();

    delivering.noticeSent(id, 1, clock.instant(), WEEK);
    delivering.noticeSent(id, 1, clock.instant().plus(LONG), WEEK);
    accepting.acceptIfDue(id);

    assertEquals(ContractStatus.ACTIVE, status(id));
    assertEquals(
        claim(id).noticeSentAt().orElseThrow().plus(WEEK),
        claim(id).acceptUntil().orElseThrow());
    assertFalse(accepting.due(clock.instant(), Integer.MAX_VALUE).contains(id));
    assertTrue(accepting.due(clock.instant().plus(LONG), Integer.MAX_VALUE).contains(id));
  }

  @Test
  void afterThatTheContractIsCompletedAndTheTrailSaysHow() throws Exception {
    ContractId id = claimed();
    makeOverdue(id);

    accepting.acceptIfDue(id);
    accepting.acceptIfDue(id);

    assertEquals(ContractStatus.COMPLETED, status(id));
    assertTrue(claim(id).isAcceptedSilently());
    assertEquals(
        1,
        count("audit_entry WHERE action = 'delivery.accepted' AND actor = 'system'"
            + " AND data LIKE '%\"silently\":\"true\"%' AND subject = '" + id + "'"));
    assertEquals(
        1, count("audit_entry WHERE action = 'contract.completed' AND subject = '" + id + "'"));
    assertEquals(
        0, count("signed_statement WHERE type = 'ACCEPTANCE' AND contract_id = '" + id + "'"));
    assertFalse(accepting.due(clock.instant().plus(LONG), Integer.MAX_VALUE).contains(id));
  }

  /** Also where no sweep has come by yet. */
  @Test
  void aDisputeThatComesTooLateIsRefusedAndTheAcceptanceStays() throws Exception {
    ContractId id = claimed();
    makeOverdue(id);

    ContractRefusal refusal = assertThrows(
        ContractRefusal.class, () -> disputing.dispute(id, buyer, ANY, "it is wet", REST));

    assertEquals(ContractRefusal.Reason.COMPLETED, refusal.reason());
    assertEquals(ContractStatus.COMPLETED, status(id));
  }
}

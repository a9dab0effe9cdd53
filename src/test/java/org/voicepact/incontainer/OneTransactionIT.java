package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.control.AmendingContract;
import org.voicepact.contract.control.AmendingContract.Basis;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.CanonicalContract;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ExpiringContract;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;

/** What belongs together is stored together: contract, evidence and messages, with CDI, JPA and JTA for real. */
@InContainer
class OneTransactionIT {

  private static final List<String> TABLES = List.of(
      "contract",
      "contract_version",
      "party",
      "transcript",
      "signed_statement",
      "audit_entry WHERE action <> 'message.sent'",
      "outbound_message");

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract answering;

  @Inject
  private AmendingContract amending;

  @Inject
  private ExpiringContract expiring;

  @Inject
  private Contracts contracts;

  @Inject
  private EntityManager entities;

  @Inject
  private UserTransaction transaction;

  @Deployment
  static WebArchive application() {
    return Deployments.with(OneTransactionIT.class, Samples.class, FailingObserver.class);
  }

  @Test
  void aContractIsStoredWithPartiesVersionTranscriptAuditAndMessages() {
    List<Long> before = counts();
    creating.create(
        Samples.contract("Maize", Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS);
    assertEquals(List.of(1L, 1L, 2L, 1L, 0L, 1L, 2L), difference(before, counts()));
  }

  @Test
  void anObserverThatFailsLeavesNothingBehind() {
    List<Long> before = counts();
    assertThrows(
        RuntimeException.class,
        () -> creating.create(
            Samples.contract(FailingObserver.POISON, Samples.newPhone(), Samples.newPhone()),
            Actor.ANONYMOUS));
    assertEquals(before, counts());
  }

  @Test
  void theCanonicalBytesAreTheSameWhenTheyAreMadeAgainFromTheRows() throws Exception {
    ContractId id = creating
        .create(Samples.contract("Beans", Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    entities.clear();
    transaction.begin();
    try {
      ContractView view = contracts.view(id);
      ContractVersion version = view.current();
      byte[] again =
          CanonicalContract.bytes(view.contract(), version.terms(), contracts.transcript(id));
      assertArrayEquals(version.canonical(), again);
      assertEquals(version.hash(), version.hashAlgorithm().hash(again));
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void theSameHoldsForEachVersionOfAnAmendedContract() throws Exception {
    PhoneNumber seller = Samples.newPhone();
    ContractId id = creating
        .create(Samples.contract("Beans", seller, Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    Terms other =
        new Terms(Currency.getInstance("UGX"), Samples.terms("Beans", "5000").members());
    amending.amend(
        id,
        seller,
        new Basis(1, Optional.empty(), Optional.empty()),
        other,
        Provenance.byRest(Assurance.CLAIMED));
    entities.clear();
    transaction.begin();
    try {
      ContractView view = contracts.view(id);
      assertEquals(2, view.current().number());
      assertArrayEquals(
          view.current().canonical(),
          CanonicalContract.bytes(
              view.contract(), view.current().terms(), contracts.transcript(id)));
      ContractVersion first = contracts.version(id, 1);
      assertEquals(first.hash(), first.hashAlgorithm().hash(first.canonical()));
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void anAnswerAddsOneStatementAndItsAuditEntries() {
    PhoneNumber seller = Samples.newPhone();
    PhoneNumber buyer = Samples.newPhone();
    ContractId id = creating
        .create(Samples.contract("Rice", seller, buyer), Actor.ANONYMOUS)
        .contract()
        .id();
    List<Long> before = counts();
    answering.confirm(id, seller, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
    answering.confirm(id, seller, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
    assertEquals(List.of(0L, 0L, 0L, 0L, 1L, 1L, 0L), difference(before, counts()));
    answering.confirm(id, buyer, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
    assertEquals(List.of(0L, 0L, 0L, 0L, 2L, 4L, 2L), difference(before, counts()));
  }

  @Test
  void aLateAnswerIsRefusedAndTheExpiryStays() throws Exception {
    PhoneNumber seller = Samples.newPhone();
    ContractId id = creating
        .create(Samples.contract("Tea", seller, Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    makeOverdue(id);
    ContractRefusal refusal = assertThrows(
        ContractRefusal.class,
        () ->
            answering.confirm(id, seller, Optional.empty(), Provenance.byRest(Assurance.CLAIMED)));
    assertEquals(ContractRefusal.Reason.EXPIRED, refusal.reason());
    assertEquals(ContractStatus.EXPIRED, status(id));
  }

  @Test
  void theSweepEndsOnlyWhatIsOverdueByTheDatabasesTime() throws Exception {
    ContractId overdue = creating
        .create(Samples.contract("Coffee", Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    ContractId young = creating
        .create(Samples.contract("Coffee", Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS)
        .contract()
        .id();
    makeOverdue(overdue);
    expiring.expireIfOverdue(overdue);
    expiring.expireIfOverdue(young);
    assertEquals(ContractStatus.EXPIRED, status(overdue));
    assertEquals(ContractStatus.PENDING, status(young));
  }

  private void makeOverdue(ContractId id) throws Exception {
    transaction.begin();
    entities
        .createNativeQuery(
            "UPDATE contract SET expires_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND WHERE id = ?1")
        .setParameter(1, id.value())
        .executeUpdate();
    transaction.commit();
  }

  private ContractStatus status(ContractId id) {
    Contract contract = contracts.view(id).contract();
    return contract.status();
  }

  private List<Long> counts() {
    return TABLES.stream()
        .map(table ->
            (Number) entities.createNativeQuery("SELECT COUNT(*) FROM " + table).getSingleResult())
        .map(Number::longValue)
        .toList();
  }

  private static List<Long> difference(List<Long> before, List<Long> after) {
    return IntStream.range(0, before.size())
        .mapToObj(i -> after.get(i) - before.get(i))
        .toList();
  }
}

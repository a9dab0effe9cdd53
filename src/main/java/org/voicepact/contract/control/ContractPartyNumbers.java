package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.access.control.PartyNumbers;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.platform.entity.PhoneNumber;

/** Says which numbers take part in contracts, so that no others are sent codes. */
@Singleton
public class ContractPartyNumbers implements PartyNumbers {

  private static final String LOCK = "SELECT c.id FROM contract c WHERE c.id = ?1 FOR UPDATE";

  private final EntityManager entities;

  @Inject
  public ContractPartyNumbers(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  @Transactional
  public boolean isParty(PhoneNumber phone) {
    return !entities
        .createQuery("SELECT p.id FROM Party p WHERE p.phone = :phone", Long.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * All that a party can do but look needs a contract in the right status. The contract is locked, so that none of it is
   * written down behind the back of one who erases the personal data.
   */
  @Override
  @Transactional
  public Optional<Integer> versionFor(
      CodePurpose.Action action, String contractId, PhoneNumber phone) {
    entities.createNativeQuery(LOCK).setParameter(1, contractId).getResultList();
    return entities
        .createQuery(
            "SELECT c.version, c.status FROM Party p JOIN p.contract c"
                + " WHERE c.id = :id AND p.phone = :phone",
            Object[].class)
        .setParameter("id", contractId)
        .setParameter("phone", phone.e164())
        .getResultStream()
        .filter(row -> isPossible(action, (ContractStatus) row[1]))
        .map(row -> (Integer) row[0])
        .findFirst();
  }

  private static boolean isPossible(CodePurpose.Action action, ContractStatus status) {
    return switch (action) {
      case DISCLOSE -> true;
      case SIGN_IN -> false;
      case CONFIRM, DECLINE, CANCEL, AMEND -> status == ContractStatus.PENDING;
      case DELIVER, ACCEPT -> status == ContractStatus.ACTIVE;
      // A completed one as long as its money is held.
      case DISPUTE -> status == ContractStatus.ACTIVE || status == ContractStatus.COMPLETED;
      case PAY -> status == ContractStatus.CONFIRMED || status == ContractStatus.ACTIVE;
      case RESOLVE -> status == ContractStatus.DISPUTED;
    };
  }
}

package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.control.DrawingScreen.Page;

/** The contracts of which a caller is a party, the newest first; those of others are never looked at. */
@Singleton
public class CallersContracts {

  private static final String OWN = "SELECT p.contract.id FROM Party p WHERE p.phone = :phone";

  /** Both have agreed, and it is not done yet, or it was paid for. */
  private static final String DUE =
      " AND p.role IN (org.voicepact.contract.entity.Role.BUYER, org.voicepact.contract.entity.Role.SELLER)"
          + " AND (p.contract.id IN (SELECT m.contractId FROM Payment m WHERE m.heldAt IS NOT NULL)"
          + " OR p.contract.status IN (org.voicepact.contract.entity.ContractStatus.CONFIRMED,"
          + " org.voicepact.contract.entity.ContractStatus.ACTIVE,"
          + " org.voicepact.contract.entity.ContractStatus.DISPUTED))";

  private static final String NEWEST_FIRST =
      " ORDER BY p.contract.createdAt DESC, p.contract.id DESC";

  private final EntityManager entities;
  private final Contracts contracts;

  @Inject
  public CallersContracts(EntityManager entities, Contracts contracts) {
    this.entities = entities;
    this.contracts = contracts;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Page all(PhoneNumber phone, int page) {
    return page(OWN, phone, page, DrawingScreen.CONTRACTS_ON_PAGE);
  }

  /** Those by which something is to be paid. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Page due(PhoneNumber phone, int page) {
    return page(OWN + DUE, phone, page, DrawingScreen.PAYMENTS_ON_PAGE);
  }

  private Page page(String query, PhoneNumber phone, int page, int size) {
    List<String> found =
        of(phone, query).setFirstResult(page * size).setMaxResults(size + 1).getResultList();
    return new Page(
        found.stream().limit(size).map(ContractId::new).map(contracts::view).toList(),
        page,
        found.size() > size);
  }

  /**
   * The newest whose id ends so.
   *
   * @param end letters, digits and dashes alone
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<ContractId> endingWith(PhoneNumber phone, String end) {
    return of(phone, OWN + " AND p.contract.id LIKE :end")
        .setParameter("end", "%" + end)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ContractId::new);
  }

  private TypedQuery<String> of(PhoneNumber phone, String query) {
    return entities
        .createQuery(query + NEWEST_FIRST, String.class)
        .setParameter("phone", phone.e164());
  }
}

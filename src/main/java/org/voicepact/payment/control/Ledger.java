package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Account;
import org.voicepact.payment.entity.Balances;
import org.voicepact.payment.entity.Movement;

/**
 * Where the money of the contracts is: entries that are only ever added. Each movement is an entry of the audit trail
 * as well, in the same transaction.
 */
@Singleton
public class Ledger {

  private final EntityManager entities;
  private final AuditTrail audit;

  @Inject
  public Ledger(EntityManager entities, AuditTrail audit) {
    this.entities = entities;
    this.audit = audit;
  }

  /**
   * The contract is locked. A movement whose key is there fails at the end of the transaction and takes it with it: who
   * moves money knows from the state of payment and payout that it was not moved before.
   *
   * @throws IllegalStateException where an account would give what it does not have
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void move(Movement movement, Instant now) {
    if (movement.from() != Account.BUYER
        && balances(movement.contract())
                .of(movement.from(), movement.amount().currency())
                .minorUnits()
            < movement.amount().minorUnits()) {
      throw new IllegalStateException(
          movement.from() + " of " + movement.contract() + " has not what it should give");
    }
    movement.entries(now).forEach(entities::persist);
    entities.flush();
    audit.bySystem(
        Channel.SYSTEM,
        "money.moved",
        Subject.contract(movement.contract().value()),
        Map.of(
            "movement",
            movement.key(),
            "from",
            movement.from().wire(),
            "to",
            movement.to().wire(),
            "amount",
            movement.amount().amount().toPlainString(),
            "currency",
            movement.amount().currency().getCurrencyCode()),
        now);
  }

  /** The sums of the entries of a contract. */
  @Transactional
  public Balances balances(ContractId contract) {
    Balances balances = new Balances();
    entities
        .createQuery(
            "SELECT e.account, e.currency, SUM(e.amount) FROM LedgerEntry e"
                + " WHERE e.contractId = :contract GROUP BY e.account, e.currency",
            Object[].class)
        .setParameter("contract", contract.value())
        .getResultStream()
        .forEach(
            row -> balances.add((Account) row[0], (String) row[1], ((Number) row[2]).longValue()));
    return balances;
  }
}

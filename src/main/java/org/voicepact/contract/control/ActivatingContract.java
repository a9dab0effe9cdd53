package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractActivated;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;

/**
 * Puts a confirmed contract into force, in the transaction of what made that possible; not while it waits for something
 * else.
 */
@Singleton
public class ActivatingContract {

  private final Instance<Consequence> consequences;
  private final AuditTrail audit;
  private final Event<ContractActivated> activated;

  @Inject
  public ActivatingContract(
      @Any Instance<Consequence> consequences,
      AuditTrail audit,
      Event<ContractActivated> activated) {
    this.consequences = consequences;
    this.audit = audit;
    this.activated = activated;
  }

  /** Whether it waits for something else than its parties, as that its price is held. */
  public boolean mustWait(Contract confirmed) {
    return consequences.stream().anyMatch(each -> each.isAwaited(confirmed));
  }

  /** Whether what follows from it has begun already. */
  public boolean hasBegun(Contract confirmed) {
    return consequences.stream().anyMatch(each -> each.hasBegun(confirmed));
  }

  /**
   * @param contract locked, and confirmed by all
   * @param channel by which the last missing piece came in
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void activate(Contract contract, Channel channel, Instant now) {
    if (mustWait(contract)) {
      return;
    }
    contract.activate(now);
    audit.bySystem(
        channel,
        "contract.activated",
        Subject.contract(contract.id().value()),
        LoggedData.status(contract),
        now);
    activated.fire(new ContractActivated(contract));
  }
}

package org.voicepact.contract.entity;

import java.util.Optional;

/**
 * Event: a dispute was decided, and the contract is completed or cancelled by that; fired within the transaction.
 *
 * @param by the mediator; empty where an administrator decided
 * @param person who stands behind the decision, as the audit trail names people; {@value #MEDIATOR} for the mediator, of
 *     whom a contract has one
 */
public record ContractResolved(
    Contract contract, Optional<Party> by, String person, Dispute dispute) {

  /** The party that decides, as a person. */
  public static final String MEDIATOR = "mediator";
}

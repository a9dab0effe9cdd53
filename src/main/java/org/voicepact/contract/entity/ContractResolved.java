package org.voicepact.contract.entity;

import java.util.Optional;

/**
 * Event: a dispute was decided, and the contract is completed or cancelled by that; fired within the transaction.
 *
 * @param by the mediator; empty where an administrator decided
 */
public record ContractResolved(Contract contract, Optional<Party> by, Dispute dispute) {}

package org.voicepact.contract.entity;

import java.util.Optional;

/**
 * Event: a party declined or cancelled, or an operator cancelled; fired within the transaction.
 *
 * @param by the party that ended it; empty where an operator did
 */
public record ContractCancelled(Contract contract, Optional<Party> by) {}

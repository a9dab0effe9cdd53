package org.voicepact.contract.entity;

/**
 * Event: a party declined or cancelled; fired within the transaction.
 *
 * @param by the party that ended it
 */
public record ContractCancelled(Contract contract, Party by) {}

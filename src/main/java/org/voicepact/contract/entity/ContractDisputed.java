package org.voicepact.contract.entity;

/**
 * Event: something is wrong and waits for a decision; fired within the transaction.
 *
 * @param by buyer or seller
 */
public record ContractDisputed(Contract contract, Party by, Dispute dispute) {}

package org.voicepact.contract.entity;

/** Event: a contract was not confirmed in time; fired within the transaction. */
public record ContractExpired(Contract contract) {}

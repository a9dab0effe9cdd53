package org.voicepact.contract.entity;

/** Event: a contract has new terms and waits for its parties again; fired within the transaction. */
public record ContractAmended(Contract contract, ContractVersion version) {}

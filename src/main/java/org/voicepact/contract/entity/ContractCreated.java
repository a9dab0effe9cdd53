package org.voicepact.contract.entity;

/** Event: a contract was made and waits for its parties; fired within the transaction. */
public record ContractCreated(Contract contract, ContractVersion version) {}

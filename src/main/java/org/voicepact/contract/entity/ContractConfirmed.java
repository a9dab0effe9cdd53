package org.voicepact.contract.entity;

/** Event: all parties have confirmed; fired within the transaction. */
public record ContractConfirmed(Contract contract) {}

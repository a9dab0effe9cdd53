package org.voicepact.contract.entity;

/** Event: a contract is in force and is to be carried out; fired within the transaction. */
public record ContractActivated(Contract contract) {}

package org.voicepact.contract.entity;

/** A party that has not answered yet is to be reminded. */
public record AnswerAwaited(Contract contract, ContractVersion version, Party party) {}

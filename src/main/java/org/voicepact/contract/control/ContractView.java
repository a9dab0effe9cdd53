package org.voicepact.contract.control;

import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;

/** A contract as it is at present. */
public record ContractView(Contract contract, ContractVersion current) {}

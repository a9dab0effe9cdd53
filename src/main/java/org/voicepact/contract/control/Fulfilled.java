package org.voicepact.contract.control;

import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Effect;

/**
 * What came of an act by which a contract is carried out.
 *
 * @param effect {@code RECORDED} where the status stayed, {@code DECIDED} where it changed
 */
public record Fulfilled(Contract contract, Effect effect) {}

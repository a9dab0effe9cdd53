package org.voicepact.contract.entity;

import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.Refusal;

/**
 * Fired when an act by REST was refused whose caller has not shown to be the party. It is told of after the answer, so
 * that the time of the answer does not tell whether there is such a contract.
 *
 * @param phone in whose name it was tried
 */
public record ActRefused(ContractId contract, Action act, PhoneNumber phone, Refusal refusal) {}

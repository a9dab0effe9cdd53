package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/**
 * Event: people have found that money which counted as paid out was not, and it is held again; fired within the
 * transaction.
 */
public record PayoutReversed(Contract contract, Payout payout) {}

package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/**
 * Event: money is to go out; fired within the transaction.
 *
 * @param canBeStopped whether a dispute still keeps it from going
 */
public record PayoutScheduled(Contract contract, Payout payout, boolean canBeStopped) {}

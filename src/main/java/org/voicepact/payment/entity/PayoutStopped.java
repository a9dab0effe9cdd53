package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** Event: money that was to go out is held after all; fired within the transaction. */
public record PayoutStopped(Contract contract, Payout payout) {}

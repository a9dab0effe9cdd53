package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** Event: money has gone out to the seller, or back to the buyer; fired within the transaction. */
public record PayoutPaid(Contract contract, Payout payout) {}

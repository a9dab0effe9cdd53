package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** Event: a buyer is about to be asked for a payment; the provider is told once this transaction is over; fired within the transaction. */
public record PaymentRequested(Contract contract, Payment payment) {}

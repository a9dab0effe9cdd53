package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** Event: a person has to look at a payment; fired within the transaction. */
public record PaymentReviewed(Contract contract, Payment payment) {}

package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** People have ended a doubt about a payment, and nothing had to move for it. */
public record PaymentSettled(Contract contract, Payment payment) {}

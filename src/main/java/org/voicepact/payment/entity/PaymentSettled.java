package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** People, or the provider, have ended a doubt about a payment, and nothing had to move for it. */
public record PaymentSettled(Contract contract, Payment payment) {}

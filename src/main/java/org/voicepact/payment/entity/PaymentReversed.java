package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/**
 * People have found that the buyer’s money of a payment that was held is not here: the provider has given it back, or has
 * never had it.
 */
public record PaymentReversed(Contract contract, Payment payment) {}

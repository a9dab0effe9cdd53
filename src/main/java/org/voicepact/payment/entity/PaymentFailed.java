package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** Event: a buyer's payment has failed; fired within the transaction. */
public record PaymentFailed(Contract contract, Payment payment) {}

package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;

/** Event: a buyer's money has come and is held; fired within the transaction. */
public record PaymentHeld(Contract contract, Payment payment) {}

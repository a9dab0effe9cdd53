package org.voicepact.payment.entity;

import org.voicepact.contract.entity.Contract;
import org.voicepact.platform.entity.Money;

/**
 * Event: a person has to look at a payment; fired within the transaction.
 *
 * @param amount what of it waits for that
 */
public record PaymentReviewed(Contract contract, Payment payment, Money amount) {

  /** All of it waits. */
  public PaymentReviewed(Contract contract, Payment payment) {
    this(contract, payment, payment.amount());
  }
}

package org.voicepact.payment.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Money;

/**
 * What a contract costs: its total amount, of which the upfront part is a part and not an addition. All of it is held
 * before the seller has to deliver, be it paid in one or in several parts: a seller who delivers for an upfront part
 * alone has no more than a promise of the rest. Where the terms name an upfront part and no total, that is the price.
 */
public final class Price {

  private Price() {}

  /** Empty where the terms name no amount. */
  public static Optional<Money> of(Terms terms) {
    return terms
        .totalAmount()
        .or(() -> upfront(terms))
        .filter(price -> price.amount().signum() > 0);
  }

  private static Optional<Money> upfront(Terms terms) {
    return Optional.of(terms.members().path(Terms.UPFRONT_PAYMENT))
        .filter(JsonNode::isNumber)
        .map(amount -> new Money(amount.decimalValue(), terms.currency()));
  }
}

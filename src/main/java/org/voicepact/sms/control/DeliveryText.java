package org.voicepact.sms.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Terms;

/** What is written of deliveries, with their quantities in the unit of the terms. */
final class DeliveryText {

  private static final int LONGEST_UNIT = 20;

  private final SmsTexts words;
  private final Terms terms;

  DeliveryText(SmsTexts words, Terms terms) {
    this.words = words;
    this.terms = terms;
  }

  /**
   * For the buyer.
   *
   * @param patience after which silence is acceptance
   */
  String claimed(Contract contract, Delivery claim, Duration patience) {
    String code =
        claim.number() == 1 ? contract.id().value() : contract.id() + "-" + claim.number();
    Optional<String> quantity = claim.quantity().map(this::quantity);
    return quantity
            .map(some -> words.text("claimed.some", contract.id(), some, code))
            .orElseGet(() -> words.text("claimed", contract.id(), code))
        + " "
        + words.text("claimed.silence", words.time(patience));
  }

  /** For the seller, of a part. */
  String accepted(Contract contract, BigDecimal accepted) {
    return terms
        .quantity()
        .map(all -> words.text("accepted.of", contract.id(), spelled(accepted), quantity(all)))
        .orElseGet(() -> words.text("accepted", contract.id(), quantity(accepted)));
  }

  private String quantity(BigDecimal quantity) {
    return spelled(quantity)
        + terms
            .text(Terms.UNIT)
            .map(unit -> " " + TermsText.cut(FirstMessage.cleaned(unit), LONGEST_UNIT))
            .orElse("");
  }

  private static String spelled(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }
}

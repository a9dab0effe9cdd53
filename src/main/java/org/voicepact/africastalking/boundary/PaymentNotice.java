package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.platform.boundary.ProviderWords;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.PlainDecimal;

/**
 * Reads the notices of the provider's payments. All of them come to one address, the one that is set for the product;
 * they bring back what went with the instruction.
 */
final class PaymentNotice {

  private static final String CHECKOUT = "MobileCheckout";
  private static final Set<String> OURS = Set.of(CHECKOUT, "MobileB2C");

  private PaymentNotice() {}

  static Optional<ProviderNotice> read(JsonNode notice) {
    if (!OURS.contains(notice.path("category").asText())) {
      return Optional.empty();
    }
    Claim claim = claim(notice.path("status").asText());
    JsonNode person = notice.path("category").asText().equals(CHECKOUT)
        ? notice.path("source")
        : notice.path("destination");
    return Optional.of(new ProviderNotice(
        instructionId(notice),
        text(notice.path("transactionId")),
        claim,
        ProviderNotice.Answers.NOTHING,
        receipt(notice),
        amount(notice.path("value")),
        currency(notice.path("value")),
        PhoneNumber.of(person.asText()),
        claim == Claim.FAILED
            ? Optional.of("the provider says " + ProviderWords.of(notice.path("description")))
            : Optional.empty()));
  }

  private static Claim claim(String status) {
    return switch (status) {
      case "Success" -> Claim.SUCCEEDED;
      case "Failed" -> Claim.FAILED;
      default -> Claim.UNCLEAR;
    };
  }

  static Optional<String> instructionId(JsonNode transaction) {
    return text(transaction.path("requestMetadata").path(PaymentRequests.INSTRUCTION));
  }

  /** The number of the movement at M-Pesa, where there is one. */
  static Optional<String> receipt(JsonNode transaction) {
    return text(transaction.path("providerRefId")).filter(id -> !id.equalsIgnoreCase("N/A"));
  }

  /** {@code KES 1000} or {@code KES 1000.0000}; empty where it is no amount of a currency in use. */
  static Optional<Money> money(JsonNode value) {
    Optional<Currency> currency = currency(value).flatMap(Money::currency);
    return amount(value)
        .filter(amount -> currency.filter(known -> Money.fits(amount, known)).isPresent())
        .map(amount -> new Money(amount, currency.get()));
  }

  private static Optional<BigDecimal> amount(JsonNode value) {
    return part(value, 1).flatMap(PlainDecimal::typed);
  }

  private static Optional<String> currency(JsonNode value) {
    return part(value, 0);
  }

  private static Optional<String> part(JsonNode value, int position) {
    String[] parts = value.asText().strip().split(" +");
    return parts.length == 2 ? Optional.of(parts[position]) : Optional.empty();
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }
}

package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.platform.entity.PlainDecimal;

/**
 * The notice that the published API of VoicePact describes: {@code transaction_id}, {@code status}, {@code amount} and
 * {@code currency}, all but the first two optional.
 */
final class PublishedNotice {

  private static final Set<String> SUCCESS = Set.of("success", "successful", "completed", "locked");
  private static final Set<String> FAILURE = Set.of("failed", "failure", "cancelled", "rejected");

  private PublishedNotice() {}

  static Optional<ProviderNotice> read(JsonNode notice) {
    if (!notice.path("transaction_id").isTextual() || !notice.path("status").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(new ProviderNotice(
        Optional.of(notice.path("transaction_id").textValue()),
        Optional.empty(),
        claim(notice.path("status").textValue().strip().toLowerCase(Locale.ROOT)),
        ProviderNotice.Answers.NOTHING,
        Optional.empty(),
        amount(notice.path("amount")),
        Optional.of(notice.path("currency")).filter(JsonNode::isTextual).map(JsonNode::textValue),
        Optional.empty(),
        Optional.empty()));
  }

  private static Claim claim(String status) {
    if (SUCCESS.contains(status)) {
      return Claim.SUCCEEDED;
    }
    return FAILURE.contains(status) ? Claim.FAILED : Claim.UNCLEAR;
  }

  /** In a form everything is a text. */
  private static Optional<BigDecimal> amount(JsonNode node) {
    return node.isNumber()
        ? Optional.of(node.decimalValue())
        : node.isTextual() ? PlainDecimal.typed(node.textValue().strip()) : Optional.empty();
  }
}

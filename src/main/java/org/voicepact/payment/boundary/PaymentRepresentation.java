package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.ReviewCause;
import org.voicepact.platform.entity.PhoneNumber;

/** A payment as the API shows it. */
@Schema(name = "Payment")
@JsonNaming(SnakeCaseStrategy.class)
record PaymentRepresentation(
    @Schema(required = true) String paymentId,

    @Schema(required = true, description = "By which the provider knows it")
    String transactionId,

    @Schema(required = true, examples = "AG-2026-000123") String contractId,

    @Schema(required = true) PaymentStatus status,

    @Schema(required = true) BigDecimal amount,
    @Schema(required = true) String currency,

    @Schema(description = "Of the buyer, masked; absent once it was erased")
    String phoneNumber,

    @Schema(description = "There where a person has to look at it")
    ReviewCause review,

    @Schema(description = "Why it failed, or has to be looked at")
    String reason,

    @Schema(required = true) Instant createdAt,

    @Schema(description = "When its money came") Instant heldAt,

    @Schema(required = true) Instant updatedAt,

    @Schema(required = true, description = "What goes out of it, or was to")
    List<PayoutRepresentation> payouts) {

  /** A payout as the API shows it. */
  @Schema(name = "Payout")
  @JsonNaming(SnakeCaseStrategy.class)
  record PayoutRepresentation(
      @Schema(description = "By which the provider knows it; absent until it is told")
      String transactionId,

      @Schema(required = true, description = "release goes to the seller, refund to the buyer")
      Payout.Kind kind,

      @Schema(required = true) Payout.State status,
      @Schema(required = true) BigDecimal amount,
      @Schema(required = true) String currency,

      @Schema(required = true, description = "From when on it goes; until then a dispute stops it")
      Instant dueAt,

      @Schema(description = "Why it was stopped or failed") String reason,

      Instant endedAt,

      @Schema(
          description =
              "Since when the provider has said both, that it was paid and that it was not; nobody is promised its money"
                  + " until the provider or two administrators have cleared it up")
      Instant contestedAt) {

    static PayoutRepresentation of(Payout payout) {
      return new PayoutRepresentation(
          payout.orderId().orElse(null),
          payout.kind(),
          payout.state(),
          payout.amount().amount(),
          payout.amount().currency().getCurrencyCode(),
          payout.dueAt(),
          payout.reason().orElse(null),
          payout.endedAt().orElse(null),
          payout.contestedAt().orElse(null));
    }
  }

  static PaymentRepresentation of(Hold hold, Function<PhoneNumber, String> phone) {
    Payment payment = hold.payment();
    return new PaymentRepresentation(
        payment.id(),
        payment.orderId(),
        payment.contract().value(),
        payment.status(),
        payment.amount().amount(),
        payment.amount().currency().getCurrencyCode(),
        payment.phone().map(phone).orElse(null),
        payment.reviewCause().orElse(null),
        payment.reason().orElse(null),
        payment.createdAt(),
        payment.heldAt().orElse(null),
        payment.updatedAt(),
        hold.payouts().stream().map(PayoutRepresentation::of).toList());
  }
}

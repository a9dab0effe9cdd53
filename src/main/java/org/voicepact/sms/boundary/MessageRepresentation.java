package org.voicepact.sms.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending;

/** A message of the outbox, as operators see it: the number masked, one-time codes never. */
@Schema(name = "SmsMessage")
@JsonNaming(SnakeCaseStrategy.class)
record MessageRepresentation(
    @Schema(required = true, examples = "1234") String id,

    @Schema(examples = "+2547****5678", description = "Left out once personal data was erased")
    String phoneNumber,

    @Schema(description = "Left out once personal data was erased")
    String text,

    @Schema(
        description =
            "As how many the network counts it: 160 characters of GSM 03.38, or 153 in each of several; 70 or 67"
                + " of others. Left out once personal data was erased")
    Integer segments,

    @Schema(required = true) OutboundMessage.Kind kind,
    @Schema(required = true) Sending.Status status,

    @Schema(examples = "AG-2026-000001") String contractId,

    Integer contractVersion,

    @Schema(required = true, description = "How often the gateway was called")
    int attempts,

    @Schema(description = "Why it was not sent, or not yet") String failure,
    @Schema(required = true) Instant createdAt,

    @Schema(description = "When the gateway took it, or may have")
    Instant acceptedAt,

    @Schema(description = "When a delivery report said that it has arrived")
    Instant deliveredAt) {

  static MessageRepresentation of(OutboundMessage message) {
    Sending sending = message.sending();
    return new MessageRepresentation(
        Long.toString(message.id()),
        message.isErased() ? null : message.phone().masked(),
        message.text(),
        message.isErased() ? null : message.segments(),
        message.kind(),
        message.status(),
        message.contractId(),
        message.contractVersion(),
        sending.attempts(),
        sending.failure(),
        message.createdAt(),
        sending.acceptedAt().orElse(null),
        sending.deliveredAt().orElse(null));
  }

  /** A page of them. */
  @Schema(name = "SmsMessages")
  @JsonNaming(SnakeCaseStrategy.class)
  record Page(
      @Schema(required = true, description = "The newest first")
      List<MessageRepresentation> messages,

      @Schema(description = "There where another page follows")
      String nextCursor) {}
}

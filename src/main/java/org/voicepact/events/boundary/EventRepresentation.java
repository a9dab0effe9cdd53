package org.voicepact.events.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.events.entity.LiveEvent;

/** What has happened, as listeners are told. It names nobody. */
@Schema(name = "Event", description = "The data of an event; its id is its place in the audit log")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventRepresentation(
    @Schema(
        required = true,
        enumeration = {"contract_update", "payment_update"})
    String type,

    @Schema(
        required = true,
        description = "As the audit log names it",
        examples = "party.confirmed")
    String action,

    @Schema(required = true, examples = "AG-2026-000001") String contractId,

    @Schema(description = "With payment_update only") String paymentId,

    @Schema(
        required = true,
        description = "Of the contract or the payment, as the API names it",
        examples = "confirmed")
    String status,

    @Schema(required = true) Instant at,
    @Schema(required = true, examples = "sms") String channel) {

  static EventRepresentation of(LiveEvent event) {
    return new EventRepresentation(
        event.type().wire(),
        event.action(),
        event.contract(),
        event.payment().orElse(null),
        event.status(),
        event.at(),
        event.channel().wire());
  }
}

package org.voicepact.sms.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.sms.control.ListingMessages;
import org.voicepact.sms.control.ListingMessages.Filter;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending;

/** Whether the messages about a contract have arrived; what they say is for administrators. */
@Path("api/v1/sms/contract/{contract: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class ContractMessagesResource {

  /** More than these nobody reads through for one contract; the outbox has all of them. */
  private static final int MOST = 100;

  private final ListingMessages listing;
  private final Contracts contracts;

  @Inject
  public ContractMessagesResource(ListingMessages listing, Contracts contracts) {
    this.listing = listing;
    this.contracts = contracts;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listMessagesOfContract",
      summary = "Whether the messages about a contract have arrived",
      description = "The last " + MOST + " of them, without what they say.")
  @APIResponse(
      responseCode = "200",
      description = "The newest first",
      content = @Content(schema = @Schema(implementation = Messages.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Messages ofContract(@PathParam("contract") String id) {
    ContractId contract = ContractId.parse(id)
        .filter(contracts::exists)
        .orElseThrow(() -> new ContractRefusal(ContractRefusal.Reason.UNKNOWN_CONTRACT));
    Filter filter = new Filter(Optional.empty(), Optional.empty(), Optional.of(contract.value()));
    return new Messages(
        contract.value(),
        listing.list(filter, Optional.empty(), MOST).messages().stream()
            .map(Delivery::of)
            .toList());
  }

  /** Those about one contract. */
  @Schema(name = "ContractMessages")
  @JsonNaming(SnakeCaseStrategy.class)
  record Messages(
      @Schema(required = true) String contractId,
      @Schema(required = true) List<Delivery> messages) {}

  /** How far one of them has come. */
  @Schema(name = "MessageDelivery")
  @JsonNaming(SnakeCaseStrategy.class)
  record Delivery(
      @Schema(required = true, examples = "1234") String id,

      @Schema(examples = "+2547****5678", description = "Left out once personal data was erased")
      String phoneNumber,

      @Schema(required = true) OutboundMessage.Kind kind,
      @Schema(required = true) Sending.Status status,

      @Schema(description = "Why it was not sent, or not yet")
      String failure,

      @Schema(required = true) Instant createdAt,
      Instant acceptedAt,
      Instant deliveredAt) {

    static Delivery of(OutboundMessage message) {
      Sending sending = message.sending();
      return new Delivery(
          Long.toString(message.id()),
          message.isErased() ? null : message.phone().masked(),
          message.kind(),
          message.status(),
          sending.failure(),
          message.createdAt(),
          sending.acceptedAt().orElse(null),
          sending.deliveredAt().orElse(null));
    }
  }
}

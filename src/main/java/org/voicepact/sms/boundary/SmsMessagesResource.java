package org.voicepact.sms.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.control.Cursors;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.ListingMessages;
import org.voicepact.sms.control.ListingMessages.Filter;
import org.voicepact.sms.control.RetryingMessage;
import org.voicepact.sms.entity.Sending;

/** The outbox, for operators. */
@Path("api/v1/sms/messages")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class SmsMessagesResource {

  private static final int MOST = 200;

  private final ListingMessages listing;
  private final RetryingMessage retrying;
  private final PhoneNumbers phones;
  private final Cursors cursors;
  private final CurrentCaller current;

  @Inject
  public SmsMessagesResource(
      ListingMessages listing,
      RetryingMessage retrying,
      PhoneNumbers phones,
      Cursors cursors,
      CurrentCaller current) {
    this.listing = listing;
    this.retrying = retrying;
    this.phones = phones;
    this.cursors = cursors;
    this.current = current;
  }

  @GET
  @RolesAllowed({Roles.MESSAGES, Roles.ADMIN})
  @Operation(operationId = "listMessages", summary = "The messages of the outbox, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = MessageRepresentation.Page.class)))
  public MessageRepresentation.Page list(
      @QueryParam("status") @Parameter(schema = @Schema(implementation = Sending.Status.class))
          String status,
      @QueryParam("phone_number") @Parameter(example = "+254712345678") String phoneNumber,
      @QueryParam("contract_id") @Parameter(example = "AG-2026-000001") String contractId,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          String limit,
      @QueryParam("cursor")
          @Parameter(description = "next_cursor of the page before, with the same filters")
          String cursor) {
    Filter filter = new Filter(
        QueryFields.value("status", status, Sending.Status.class),
        PhoneFields.query(phoneNumber, phones),
        QueryFields.text(contractId));
    Optional<Long> before =
        QueryFields.text(cursor).map(place -> Long.valueOf(cursors.open(place, spelled(filter))));
    ListingMessages.Page page =
        listing.list(filter, before, (int) QueryFields.number("limit", limit, 50, 1, MOST));
    return new MessageRepresentation.Page(
        page.messages().stream().map(MessageRepresentation::of).toList(),
        page.next()
            .map(last -> cursors.seal(Long.toString(last), spelled(filter)))
            .orElse(null));
  }

  private static String spelled(Filter filter) {
    return "messages|" + filter.status() + "|" + filter.phone().map(PhoneNumber::e164) + "|"
        + filter.contractId();
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{id: [0-9]{1,18}}/retry")
  @Operation(
      operationId = "retryMessage",
      summary = "Send a parked, failed or unknown message once more",
      description = "An unknown one may arrive twice. The limits hold for it as before.")
  @APIResponse(
      responseCode = "200",
      description = "It waits in the outbox",
      content = @Content(schema = @Schema(implementation = MessageRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public MessageRepresentation retry(@PathParam("id") String id) {
    return MessageRepresentation.of(retrying.retry(Long.parseLong(id), current.actor()));
  }
}

package org.voicepact.sms.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.sms.control.SendingTexts;
import org.voicepact.sms.control.SendingTexts.Queued;

/** Messages that a caller of the API wants sent. They leave from the outbox, after the answer. */
@Path("api/v1/sms/send")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class SmsSendResource {

  private final SendingTexts sending;
  private final PhoneNumbers phones;

  @Inject
  public SmsSendResource(SendingTexts sending, PhoneNumbers phones) {
    this.sending = sending;
    this.phones = phones;
  }

  @POST
  @RolesAllowed(Roles.SEND)
  @RateLimited(Limited.CREATE)
  @Operation(
      operationId = "sendSms",
      summary = "Send a text to a number",
      description = "Needs a credential in every mode. The limits of what is sent hold for it.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ToOne.class)))
  @APIResponse(
      responseCode = "202",
      description = "It waits in the outbox",
      content = @Content(schema = @Schema(implementation = Sent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response send(InputStream body) {
    SendRequest request = SendRequest.toOne(body, phones);
    return accepted(sending.send(request.to(), request.text()), null);
  }

  @POST
  @RolesAllowed(Roles.SEND)
  @RateLimited(Limited.CREATE)
  @Path("bulk")
  @Operation(
      operationId = "sendBulkSms",
      summary = "Send one text to up to 100 numbers",
      description = "Needs a credential in every mode. A number that is named twice gets it once.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ToSome.class)))
  @APIResponse(
      responseCode = "202",
      description = "They wait in the outbox",
      content = @Content(schema = @Schema(implementation = Sent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response sendBulk(InputStream body) {
    SendRequest request = SendRequest.toSome(body, phones);
    return accepted(sending.send(request.to(), request.text()), null);
  }

  @POST
  @RolesAllowed(Roles.WRITE)
  @RateLimited(Limited.CREATE)
  @Path("contract")
  @Operation(
      operationId = "sendContractSms",
      summary = "Send the terms of a contract once more",
      description =
          "To all its parties, or to those that are named. Only while it waits for answers.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OfContract.class)))
  @APIResponse(
      responseCode = "202",
      description = "They wait in the outbox",
      content = @Content(schema = @Schema(implementation = Sent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response sendContract(InputStream body) {
    SendRequest request = SendRequest.ofContract(body, phones);
    return accepted(
        sending.sendTerms(request.contract().orElseThrow(), request.to()),
        request.contract().orElseThrow().value());
  }

  private static Response accepted(List<Queued> queued, String contractId) {
    List<Message> messages = queued.stream()
        .map(each -> new Message(Long.toString(each.id()), each.phone().masked()))
        .toList();
    return Response.accepted(new Sent("queued", contractId, messages)).build();
  }

  /** The answer. */
  @Schema(name = "SmsQueued")
  @JsonNaming(SnakeCaseStrategy.class)
  record Sent(
      @Schema(required = true, examples = "queued") String status,
      @Schema(examples = "AG-2026-000001") String contractId,
      @Schema(required = true) List<Message> messages) {}

  /** One message of the answer. */
  @Schema(name = "SmsQueuedMessage")
  @JsonNaming(SnakeCaseStrategy.class)
  record Message(
      @Schema(required = true, examples = "1234") String id,
      @Schema(required = true, examples = "+2547****5678") String phoneNumber) {}

  /** For the documentation of the API. */
  @Schema(name = "SmsToOne")
  private record ToOne(
      @Schema(
          required = true,
          examples = "+254712345678",
          description = "Also phone or phoneNumber")
      String phone_number,

      @Schema(required = true, maxLength = SendRequest.LONGEST_TEXT)
      String message) {}

  /** For the documentation of the API. */
  @Schema(name = "SmsToSome")
  private record ToSome(
      @Schema(required = true, minItems = 1, maxItems = SendRequest.MOST_RECIPIENTS)
      List<String> recipients,

      @Schema(required = true, maxLength = SendRequest.LONGEST_TEXT)
      String message) {}

  /** For the documentation of the API. */
  @Schema(name = "SmsOfContract")
  private record OfContract(
      @Schema(required = true, examples = "AG-2026-000001") String contract_id,

      @Schema(
          minItems = 1,
          maxItems = SendRequest.MOST_RECIPIENTS,
          description = "Numbers of parties; all where it is left out")
      List<String> recipients) {}
}

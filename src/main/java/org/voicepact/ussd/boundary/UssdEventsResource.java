package org.voicepact.ussd.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.ussd.control.NotingEnd;
import org.voicepact.webhook.boundary.CallbackFields;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/** Takes the notices that a session has ended from the telephone gateway, in the form of Africa's Talking. */
@Path("api/v1/ussd/events")
@Singleton
@CheckedWebhook
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "USSD")
public class UssdEventsResource {

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_STATUS = 40;

  private final NotingEnd noting;
  private final PhoneNumbers phones;

  @Inject
  public UssdEventsResource(NotingEnd noting, PhoneNumbers phones) {
    this.noting = noting;
    this.phones = phones;
  }

  /** The answer to the gateway. */
  @Schema(name = "UssdEventReceipt")
  public record Receipt(
      @Schema(required = true, examples = "received") String status) {}

  @POST
  @PermitAll
  @Operation(
      operationId = "receiveUssdEvent",
      summary = "A session has ended",
      description = "Nothing more is taken in it. Notices of unknown sessions are kept as well.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receive(MultivaluedMap<String, String> form) {
    String session = CallbackFields.required(form, "sessionId").strip();
    if (session.length() > LONGEST_ID) {
      throw new InvalidInput("sessionId", "must have at most " + LONGEST_ID + " characters");
    }
    // It is kept as it came, also a word that is not known, as far as a database takes it.
    String status =
        CallbackFields.required(form, "status").replaceAll("[^ -~]", "").strip();
    noting.note(
        session,
        CallbackFields.text(form, "phoneNumber").flatMap(phones::parseUrlEncoded),
        status.substring(0, Math.min(LONGEST_STATUS, status.length())));
    return new Receipt("received");
  }

  @POST
  @PermitAll
  @Path("{" + WebhookFilter.TOKEN + "}")
  @Operation(
      operationId = "receiveUssdEventWithToken",
      summary = "A session has ended, from a gateway that cannot sign",
      description = "The same, with WEBHOOK_TOKEN as the last part of the address.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receiveWithToken(
      @PathParam(WebhookFilter.TOKEN) @Parameter(description = "Checked before the body is read")
          String token,
      MultivaluedMap<String, String> form) {
    return receive(form);
  }

  /** The form of the callback, for the documentation of the API. */
  @Schema(name = "UssdEventCallback")
  private record Callback(
      @Schema(required = true, maxLength = 200) String sessionId,

      @Schema(
          required = true,
          examples = "Success",
          description = "Success, Incomplete or Failed; other words are kept as well")
      String status,

      @Schema(examples = "+254712345678") String phoneNumber,
      @Schema(description = "Not read") String date,
      @Schema(description = "Not read") String serviceCode,
      @Schema(description = "Not read") String networkCode,
      @Schema(description = "Not read") String cost,
      @Schema(description = "Not read") String durationInMillis,
      @Schema(description = "Not read") String hopsCount,
      @Schema(description = "Not read") String input,
      @Schema(description = "Not read") String lastAppResponse,
      @Schema(description = "Not read") String errorMessage) {}
}

package org.voicepact.sms.boundary;

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
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.OptOuts;
import org.voicepact.webhook.boundary.CallbackFields;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/** Takes notices of people who want no more messages, in the form of Africa's Talking. */
@Path("api/v1/sms/optout")
@Singleton
@CheckedWebhook
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class OptOutResource {

  private final OptOuts optOuts;
  private final PhoneNumbers phones;

  @Inject
  public OptOutResource(OptOuts optOuts, PhoneNumbers phones) {
    this.optOuts = optOuts;
    this.phones = phones;
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "receiveOptOut",
      summary = "A person wants no more messages",
      description =
          "From then on the number gets nothing but answers to its own messages, until it writes START.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = SmsWebhookResource.Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public SmsWebhookResource.Receipt receive(MultivaluedMap<String, String> form) {
    PhoneNumber phone = phones
        .parseUrlEncoded(CallbackFields.required(form, "phoneNumber"))
        .orElseThrow(() -> new InvalidInput("phoneNumber", "must be a possible phone number"));
    optOuts.add(phone);
    return SmsWebhookResource.RECEIVED;
  }

  @POST
  @PermitAll
  @Path("{" + WebhookFilter.TOKEN + "}")
  @Operation(
      operationId = "receiveOptOutWithToken",
      summary = "A person wants no more messages, from a gateway that cannot sign",
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
      content = @Content(schema = @Schema(implementation = SmsWebhookResource.Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public SmsWebhookResource.Receipt receiveWithToken(
      @PathParam(WebhookFilter.TOKEN) @Parameter(description = "Checked before the body is read")
          String token,
      MultivaluedMap<String, String> form) {
    return receive(form);
  }

  /** The form of the callback, for the documentation of the API. */
  @Schema(name = "OptOutCallback")
  private record Callback(
      @Schema(required = true, examples = "+254712345678") String phoneNumber,

      @Schema(examples = "VOICEPACT", description = "The sender that is not wanted")
      String senderId) {}
}

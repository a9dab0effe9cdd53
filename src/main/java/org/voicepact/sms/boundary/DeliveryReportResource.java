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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.webhook.boundary.CallbackFields;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/** Takes delivery reports from the telephone gateway, in the form of Africa's Talking. */
@Path("api/v1/sms/delivery")
@Singleton
@CheckedWebhook
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class DeliveryReportResource {

  private final DeliveryReports reports;
  private final PhoneNumbers phones;

  @Inject
  public DeliveryReportResource(DeliveryReports reports, PhoneNumbers phones) {
    this.reports = reports;
    this.phones = phones;
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "receiveDeliveryReport",
      summary = "What became of a message that was sent",
      description =
          "Reports of unknown messages and with unknown words are kept as well. They may come in any"
              + " order and twice; what is delivered or failed stays so.")
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
    DeliveryNotice notice = new DeliveryNotice(
        CallbackFields.id(form),
        CallbackFields.required(form, "status").strip(),
        CallbackFields.text(form, "failureReason").map(String::strip),
        CallbackFields.text(form, "networkCode").map(String::strip));
    Optional<PhoneNumber> phone =
        CallbackFields.text(form, "phoneNumber").flatMap(phones::parseUrlEncoded);
    Repeats.tolerate(() -> reports.keep(notice, phone), () -> reports.isKnown(notice));
    reports.settle(List.of(notice.gatewayId()));
    phone.ifPresent(reports::decideLost);
    return SmsWebhookResource.RECEIVED;
  }

  @POST
  @PermitAll
  @Path("{" + WebhookFilter.TOKEN + "}")
  @Operation(
      operationId = "receiveDeliveryReportWithToken",
      summary = "What became of a message, from a gateway that cannot sign",
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
  @Schema(name = "DeliveryReportCallback")
  private record Callback(
      @Schema(required = true, maxLength = 200, description = "The gateway's id of the message")
      String id,

      @Schema(
          required = true,
          examples = "Success",
          description = "Success, Failed, Rejected, AbsentSubscriber and"
              + " Expired are final; Sent, Submitted, Buffered and all others change nothing")
      String status,

      @Schema(examples = "+254712345678") String phoneNumber,
      @Schema(examples = "63902") String networkCode,
      @Schema(examples = "UserInBlackList") String failureReason) {}
}

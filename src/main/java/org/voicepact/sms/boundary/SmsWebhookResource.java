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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.sms.control.ReceivingSms;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.webhook.boundary.CallbackFields;
import org.voicepact.webhook.boundary.CheckedCall;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/**
 * Takes messages from the telephone gateway, in the form of Africa's Talking. Once a message is stored the
 * answer is 200, whatever it says, because the gateway repeats what it gets no 200 for.
 */
@Path("api/v1/sms/webhook")
@Singleton
@CheckedWebhook
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class SmsWebhookResource {

  private static final String REPEATS =
      "Stored. A message whose id is known has no effect; nor has a repeat of a body that is signed in"
          + " X-Signature, which counts as a repeat for ten minutes where it has neither id nor date";

  static final Receipt RECEIVED = new Receipt("received");

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final ReceivingSms receiving;
  private final CheckedCall call;
  private final Clock clock;

  @Inject
  public SmsWebhookResource(ReceivingSms receiving, CheckedCall call, Clock clock) {
    this.receiving = receiving;
    this.call = call;
    this.clock = clock;
  }

  /** The answer to the gateway. */
  @Schema(name = "WebhookReceipt")
  public record Receipt(
      @Schema(required = true, examples = "received") String status) {}

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "receiveSms",
      summary = "A text message came in",
      description =
          "YES-AG-2026-000123 confirms and NO-AG-2026-000123 declines, for the party with the sender's"
              + " number. Other commands are DELIVERED-, ACCEPT-, DISPUTE- and STATUS-AG-2026-000123, LIST,"
              + " HELP, STOP, START, LANG SW and CODE 123456.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description = REPEATS,
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receive(MultivaluedMap<String, String> form) {
    InboundMessage message = message(form);
    String text = CallbackFields.text(form, "text").orElse("");
    Repeats.tolerate(
        () -> receiving.receive(message, text, call.assurance(), call.bodyHash()),
        () -> message.gatewayId().filter(receiving::isKnown).isPresent());
    return RECEIVED;
  }

  @POST
  @PermitAll
  @Path("{" + WebhookFilter.TOKEN + "}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "receiveSmsWithToken",
      summary = "A text message came in, from a gateway that cannot sign",
      description = "The same, with WEBHOOK_TOKEN as the last part of the address.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description = REPEATS,
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receiveWithToken(
      @PathParam(WebhookFilter.TOKEN) @Parameter(description = "Checked before the body is read")
          String token,
      MultivaluedMap<String, String> form) {
    return receive(form);
  }

  private InboundMessage message(MultivaluedMap<String, String> form) {
    String sender = CallbackFields.required(form, "from");
    Optional<String> id =
        CallbackFields.text(form, "id").or(call::deliveryId).map(CallbackFields::checkedId);
    return new InboundMessage(
        id,
        sender,
        CallbackFields.text(form, "to"),
        CallbackFields.text(form, "text").orElse(""),
        CallbackFields.text(form, "linkId"),
        CallbackFields.text(form, "date")
            .flatMap(SmsWebhookResource::time)
            .filter(SmsWebhookResource::isPlausible),
        clock.instant());
  }

  /** No database stores the years that Java can count to. */
  private static boolean isPlausible(Instant time) {
    return time.isAfter(Instant.EPOCH) && time.isBefore(END_OF_TIME);
  }

  /** Both spellings that the gateway uses, {@code 2017-05-03T06:04:45Z} and {@code 2017-05-03 06:04:45} in UTC. */
  private static Optional<Instant> time(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeParseException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
      } catch (DateTimeParseException unreadable) {
        return Optional.empty();
      }
    }
  }

  /** The form of the callback, for the documentation of the API. */
  @Schema(name = "SmsCallback")
  private record Callback(
      @Schema(required = true, description = "The sender's number", examples = "+254712345678")
      String from,

      @Schema(description = "The short code", examples = "21512")
      String to,

      @Schema(examples = "YES-AG-2026-000123") String text,

      @Schema(description = "Unreadable dates are ignored", examples = "2026-11-24T06:04:45Z")
      String date,

      @Schema(description = "The same id twice has one effect", maxLength = 200)
      String id,

      String linkId) {}
}

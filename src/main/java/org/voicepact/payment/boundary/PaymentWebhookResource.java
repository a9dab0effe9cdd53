package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.payment.control.ReceivingNotice;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/**
 * Takes what providers of mobile money tell. Once a notice is kept the answer is 200, whatever it says, because
 * providers repeat what they get no 200 for. It never moves money: it makes us ask.
 */
@Path("api/v1/payments/webhook")
@Singleton
@CheckedWebhook
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentWebhookResource {

  private static final Receipt RECEIVED = new Receipt("received");
  private static final String PROVIDER = "provider";
  private static final String NAME = "{" + PROVIDER + ": [a-z]{2,20}}/";
  private static final String KEPT =
      "Kept; the same again has no effect, and what fits to no payment is looked at by a person";
  private static final String TOKEN = "{" + WebhookFilter.TOKEN + "}";

  private final ReceivingNotice receiving;

  @Inject
  public PaymentWebhookResource(ReceivingNotice receiving) {
    this.receiving = receiving;
  }

  /** The answer to the provider. */
  @Schema(name = "PaymentReceipt")
  record Receipt(
      @Schema(required = true, examples = "received") String status) {}

  /** The form that the published API describes, and its JSON. */
  @Schema(name = "PaymentNotice")
  @JsonNaming(SnakeCaseStrategy.class)
  private record Notice(
      @Schema(description = "As checkout has answered it") String transactionId,

      @Schema(description = "success, failed, or anything else", examples = "success")
      String status,

      @Schema(examples = "350000") BigDecimal amount,
      @Schema(examples = "KES") String currency) {}

  @POST
  @PermitAll
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(
      operationId = "receivePaymentNotice",
      summary = "What became of a payment, as the provider tells it",
      description = "Form or JSON; the provider is asked before anything is believed.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Notice.class)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = Notice.class))
      })
  @APIResponse(
      responseCode = "200",
      description = KEPT,
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receive(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type, byte[] body) {
    return receive(Optional.empty(), Optional.empty(), type, body);
  }

  @POST
  @PermitAll
  @Path(TOKEN)
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(
      operationId = "receivePaymentNoticeWithToken",
      summary = "What became of a payment, at an address with a token",
      description = "With WEBHOOK_TOKEN, or with a token that was made for one request.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class)))
  @APIResponse(
      responseCode = "200",
      description = KEPT,
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receiveWithToken(
      @PathParam(WebhookFilter.TOKEN) @Parameter(description = "Checked before the body is read")
          String token,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
      byte[] body) {
    return receive(Optional.empty(), Optional.of(token), type, body);
  }

  @POST
  @PermitAll
  @Path(NAME + TOKEN)
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(
      operationId = "receivePaymentNoticeOfProvider",
      summary = "What became of a payment, as a provider that is named tells it",
      description = "These are the addresses that providers are given with each request.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class)))
  @APIResponse(
      responseCode = "200",
      description = KEPT,
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Receipt receiveOfProvider(
      @PathParam(PROVIDER) @Parameter(example = "daraja") String provider,
      @PathParam(WebhookFilter.TOKEN) @Parameter(description = "Checked before the body is read")
          String token,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
      byte[] body) {
    return receive(Optional.of(provider), Optional.of(token), type, body);
  }

  private Receipt receive(
      Optional<String> provider, Optional<String> token, String type, byte[] body) {
    ObjectNode words = NoticeBody.read(type, body);
    try {
      receiving.receive(provider, token, words);
    } catch (RuntimeException e) {
      // The same at the same time: one of the two fails on its key, and is as good as kept.
      if (!receiving.isKnown(provider, token, words)) {
        throw e;
      }
    }
    return RECEIVED;
  }
}

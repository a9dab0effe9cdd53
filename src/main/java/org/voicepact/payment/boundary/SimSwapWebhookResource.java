package org.voicepact.payment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.payment.control.CheckingSimSwap;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/** Takes the answers of networks about the cards of numbers. What is none of them has no effect. */
@Path("api/v1/payments/webhook/sim-swap")
@Singleton
@CheckedWebhook
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class SimSwapWebhookResource {

  private static final Receipt RECEIVED = new Receipt("received");
  private static final String KEPT =
      "Kept, where it answers a question; the same again has no effect";

  private final CheckingSimSwap checking;

  @Inject
  public SimSwapWebhookResource(CheckingSimSwap checking) {
    this.checking = checking;
  }

  /** The answer to the network. */
  @Schema(name = "SimSwapReceipt")
  record Receipt(
      @Schema(required = true, examples = "received") String status) {}

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "receiveSimSwap",
      summary = "Whether the card of a number was replaced",
      description = "As Africa's Talking tells it.")
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
  public Receipt receive(byte[] body) {
    checking.answered(NoticeBody.read(MediaType.APPLICATION_JSON, body));
    return RECEIVED;
  }

  @POST
  @PermitAll
  @Path("{" + WebhookFilter.TOKEN + "}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "receiveSimSwapWithToken",
      summary = "Whether the card of a number was replaced, at an address with a token",
      description = "As Africa's Talking tells it.")
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
      byte[] body) {
    return receive(body);
  }
}

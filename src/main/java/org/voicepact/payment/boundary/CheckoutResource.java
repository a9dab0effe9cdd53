package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.OnceKeys;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.boundary.RequestLimits;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.OnceAnswer;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.ProvingParty;
import org.voicepact.contract.control.ProvingParty.Proven;
import org.voicepact.payment.control.CheckingOut;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.entity.Json;

/** How a buyer is asked to pay. */
@Path("api/v1/payments/checkout")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class CheckoutResource {

  private static final String ROUTE = "checkout";

  private final CheckoutRequest requests;
  private final OnceKeys once;
  private final ProvingParty proving;
  private final CheckingOut checkingOut;
  private final CurrentCaller current;
  private final RequestLimits limits;

  @Inject
  public CheckoutResource(
      CheckoutRequest requests,
      OnceKeys once,
      ProvingParty proving,
      CheckingOut checkingOut,
      CurrentCaller current,
      RequestLimits limits) {
    this.requests = requests;
    this.once = once;
    this.proving = proving;
    this.checkingOut = checkingOut;
    this.current = current;
    this.limits = limits;
  }

  /** The answer. */
  @Schema(name = "Checkout")
  @JsonNaming(SnakeCaseStrategy.class)
  record Checkout(
      @Schema(required = true) String paymentId,
      @Schema(required = true) String transactionId,
      @Schema(required = true) PaymentStatus status,
      @Schema(required = true) BigDecimal amount,
      @Schema(required = true) String currency,
      @Schema(required = true) Instant createdAt) {

    static Checkout of(Payment payment) {
      return new Checkout(
          payment.id(),
          payment.orderId(),
          payment.status(),
          payment.amount().amount(),
          payment.amount().currency().getCurrencyCode(),
          payment.createdAt());
    }
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PAYMENTS, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Operation(
      operationId = "checkout",
      summary = "Ask the buyer of a confirmed contract for its price, or for a part of it",
      description =
          "The buyer is told by SMS what will be asked, and then agrees with a PIN on the phone. What is paid is held"
              + " until the delivery is accepted. At most what is still owed can be asked for.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CheckoutRequest.Document.class)))
  @APIResponse(
      responseCode = "201",
      description = "The buyer will be asked",
      content = @Content(schema = @Schema(implementation = Checkout.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response checkout(
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = OnceKeys.DESCRIPTION) String key,
      byte[] body) {
    CheckoutRequest.Wanted wanted = requests.read(new ByteArrayInputStream(body));
    limits.countNumber(Limited.CONFIRM, wanted.claim().phone());
    Optional<Response> known = once.known(ROUTE, key, body);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Proven> proven =
        proving.prove(current.get(), wanted.contract(), Action.PAY, wanted.claim());
    return proven
        .map(party -> once.answer(ROUTE, key, body, () -> checkout(wanted, party)))
        .orElseGet(CodeSent::response);
  }

  private OnceAnswer checkout(CheckoutRequest.Wanted wanted, Proven proven) {
    Payment payment =
        checkingOut.request(wanted.contract(), proven.phone(), proven.version(), wanted.amount());
    return new OnceAnswer(
        Response.Status.CREATED.getStatusCode(), Json.write(Checkout.of(payment)));
  }
}

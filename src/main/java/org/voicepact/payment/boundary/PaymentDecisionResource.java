package org.voicepact.payment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.OnceKeys;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.control.Persons;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.OnceAnswer;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.ClosingPayment;
import org.voicepact.payment.control.DecidingPayment;
import org.voicepact.payment.control.DecidingPayment.Choice;
import org.voicepact.payment.control.DecidingPayment.Decided;
import org.voicepact.payment.control.DecidingPayment.Decider;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Json;

/** How a person decides where the money of a payment goes, or that none has come. */
@Path("api/v1/payments/" + PaymentDecisionResource.ID)
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentDecisionResource {

  /** As a part of a path, in either case. */
  static final String UUID =
      "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";

  public static final String ID = "{id: " + UUID + "}";

  private static final int LONGEST_REASON = 500;
  private static final String TWO_PEOPLE =
      " Where more than DUAL_CONTROL_AMOUNT was paid into the contract, it takes two different people: the first is answered"
          + " 202.";
  private static final String DESCRIPTION =
      "By an administrator, or the contract's mediator with its token." + TWO_PEOPLE;

  private final DecidingPayment deciding;
  private final ClosingPayment closing;
  private final OnceKeys once;
  private final CurrentCaller current;
  private final Persons persons;
  private final PaymentAccess access;

  @Inject
  public PaymentDecisionResource(
      DecidingPayment deciding,
      ClosingPayment closing,
      OnceKeys once,
      CurrentCaller current,
      Persons persons,
      PaymentAccess access) {
    this.deciding = deciding;
    this.closing = closing;
    this.once = once;
    this.current = current;
    this.persons = persons;
    this.access = access;
  }

  /** {@code POST …/release}, {@code …/refund} and {@code …/decision}. */
  @Schema(name = "PaymentDecisionRequest")
  record Document(
      @Schema(
          required = true,
          maxLength = LONGEST_REASON,
          examples = "The buyer has confirmed by phone")
      String reason) {}

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("release")
  @Operation(
      operationId = "releasePayment",
      summary = "Pay what is held of a payment to the seller",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Document.class)))
  @APIResponse(
      responseCode = "200",
      description = "It goes out",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = "Another person has to say the same",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response release(
      @PathParam("id") String id,
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = OnceKeys.DESCRIPTION) String key,
      byte[] body) {
    return decide(id, Choice.RELEASE, key, body);
  }

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("refund")
  @Operation(
      operationId = "refundPayment",
      summary = "Pay what is held of a payment back to the buyer",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Document.class)))
  @APIResponse(
      responseCode = "200",
      description = "It goes back",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = "Another person has to say the same",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response refund(
      @PathParam("id") String id,
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = OnceKeys.DESCRIPTION) String key,
      byte[] body) {
    return decide(id, Choice.REFUND, key, body);
  }

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.RESOLVE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("decision")
  @Operation(
      operationId = "carryOutDecision",
      summary = "Pay what is held of a payment as the dispute about its contract was decided",
      description =
          "For what waits for a second person, and for what was in doubt when the dispute was decided. By who may decide"
              + " disputes." + TWO_PEOPLE
              + " Who decided the dispute while the money was held is one of them.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Document.class)))
  @APIResponse(
      responseCode = "200",
      description = "It goes out",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = "Another person has to say the same",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response decision(
      @PathParam("id") String id,
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = OnceKeys.DESCRIPTION) String key,
      byte[] body) {
    return decide(id, Choice.DECISION, key, body);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @RateLimited(Limited.CONFIRM)
  @Path("close")
  @Operation(
      operationId = "closePayment",
      summary = "Say that no money of a payment has come",
      description =
          "Of one in review, or one whose prompt nobody has answered for ten minutes. It is failed then, and the amount can be"
              + " asked for again. Should the money come after all, it is held.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Document.class)))
  @APIResponse(
      responseCode = "200",
      description = "Closed, by this call or before",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public PaymentRepresentation close(@PathParam("id") String id, byte[] body) {
    return PaymentRepresentation.of(
        closing.close(id.toLowerCase(Locale.ROOT), current.actor(), reason(body)),
        access.numbers());
  }

  private static String reason(byte[] body) {
    JsonFields fields = JsonFields.read(new ByteArrayInputStream(body));
    fields.refuseOthers(List.of("reason"));
    String reason = fields.requiredText("reason", LONGEST_REASON);
    fields.check();
    return reason;
  }

  private Response decide(String id, Choice choice, String key, byte[] body) {
    String reason = reason(body);
    String payment = id.toLowerCase(Locale.ROOT);
    Decider by =
        new Decider(current.actor(), persons.of(current.get()), current.get().phone());
    return once.answer(choice.wire() + " " + payment, key, body, () -> {
      Decided decided = deciding.decide(payment, choice, by, reason);
      return new OnceAnswer(
          decided.isDone() ? 200 : 202,
          Json.write(PaymentRepresentation.of(decided.hold(), access.numbers())));
    });
  }
}

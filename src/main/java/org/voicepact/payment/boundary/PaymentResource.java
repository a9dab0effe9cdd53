package org.voicepact.payment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.Payments;
import org.voicepact.payment.entity.Hold;
import org.voicepact.platform.boundary.ApiResponses;

/** A payment, as it stands. */
@Path("api/v1/payments/" + PaymentDecisionResource.ID)
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {

  private final Payments payments;
  private final PaymentAccess access;

  @Inject
  public PaymentResource(Payments payments, PaymentAccess access) {
    this.payments = payments;
    this.access = access;
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PAYMENTS, Roles.PARTY})
  @Operation(operationId = "readPayment", summary = "How far a payment is")
  @APIResponse(
      responseCode = "200",
      description = "The payment",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public PaymentRepresentation read(@PathParam("id") String id) {
    Hold hold = payments.find(id.toLowerCase(Locale.ROOT));
    access.require(hold.payment().contract());
    return PaymentRepresentation.of(hold, access.numbers());
  }
}

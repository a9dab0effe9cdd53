package org.voicepact.payment.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.payment.control.Payments;
import org.voicepact.payment.entity.MoneyStanding;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.platform.boundary.ApiResponses;

/** The payments into a contract, as they stand. */
@Path("api/v1/payments/contract/{contract: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class ContractPaymentsResource {

  private final Payments payments;
  private final Contracts contracts;
  private final PaymentAccess access;

  @Inject
  public ContractPaymentsResource(Payments payments, Contracts contracts, PaymentAccess access) {
    this.payments = payments;
    this.contracts = contracts;
    this.access = access;
  }

  /** The payments of a contract. */
  @Schema(name = "ContractPayments")
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfContract(
      @Schema(required = true) String contractId,

      @Schema(description = "Of all amounts here; absent where the terms name no amount")
      String currency,

      @Schema(description = "What the contract costs") BigDecimal price,

      @Schema(description = "What has come and has not gone out")
      BigDecimal held,

      @Schema(description = "What the seller has got") BigDecimal released,

      @Schema(description = "What the buyer has got back") BigDecimal refunded,

      @Schema(description = "What is neither here nor asked for")
      BigDecimal owed,

      @Schema(required = true, description = "The first first")
      List<PaymentRepresentation> payments) {

    static OfContract of(
        ContractId contract,
        Optional<MoneyStanding> standing,
        List<PaymentRepresentation> payments) {
      return new OfContract(
          contract.value(),
          standing.map(each -> each.price().currency().getCurrencyCode()).orElse(null),
          standing.map(each -> each.price().amount()).orElse(null),
          standing.map(each -> each.held().amount()).orElse(null),
          standing.map(each -> each.released().amount()).orElse(null),
          standing.map(each -> each.refunded().amount()).orElse(null),
          standing.map(each -> each.owed().amount()).orElse(null),
          payments);
    }
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PAYMENTS, Roles.PARTY})
  @Operation(
      operationId = "readPaymentsOfContract",
      summary = "The payments into a contract, and where its money is")
  @APIResponse(
      responseCode = "200",
      description = "None where nobody has paid yet",
      content = @Content(schema = @Schema(implementation = OfContract.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public OfContract ofContract(
      @PathParam("contract") String id,
      @QueryParam("status")
          @Parameter(
              description = "Only those that are so; held is understood as locked",
              schema = @Schema(implementation = PaymentStatus.class))
          String status) {
    Optional<PaymentStatus> wanted = PaymentsResource.status(status);
    ContractId contract = ContractId.parse(id)
        .filter(access::sees)
        .orElseThrow(() -> new ContractRefusal(ContractRefusal.Reason.UNKNOWN_CONTRACT));
    Optional<MoneyStanding> standing =
        payments.standing(contracts.view(contract).contract());
    return OfContract.of(
        contract,
        standing,
        payments.of(contract).stream()
            .filter(
                hold -> wanted.filter(only -> only != hold.payment().status()).isEmpty())
            .map(hold -> PaymentRepresentation.of(hold, access.numbers()))
            .toList());
  }
}

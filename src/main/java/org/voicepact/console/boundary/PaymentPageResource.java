package org.voicepact.console.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.boundary.ContractResource;
import org.voicepact.payment.boundary.PaymentDecisionResource;
import org.voicepact.payment.boundary.PaymentResource;
import org.voicepact.payment.boundary.SettlementResource;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.WireValue;

/** The page of one payment, where people decide what becomes of its money, and say what became of a transaction. */
@Path("console/payments/" + PaymentDecisionResource.ID)
@Singleton
public class PaymentPageResource {

  private static final String DECISION = "decision";
  private static final String SETTLEMENT_REASON = "statement";
  private static final String AGREEMENT = "agreement";
  private static final int LONGEST_REASON = 500;

  /** What a person can do with a payment, each an operation of the API. */
  private enum Decision implements WireValue {
    RELEASE,
    REFUND,
    CLOSE;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Pages pages;
  private final Forms forms;
  private final PaymentResource payments;
  private final PaymentDecisionResource decisions;
  private final SettlementResource settlements;
  private final ContractResource contracts;

  @Inject
  public PaymentPageResource(
      Pages pages,
      Forms forms,
      PaymentResource payments,
      PaymentDecisionResource decisions,
      SettlementResource settlements,
      ContractResource contracts) {
    this.pages = pages;
    this.forms = forms;
    this.payments = payments;
    this.decisions = decisions;
    this.settlements = settlements;
    this.contracts = contracts;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return page(id).response();
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @RateLimited(Limited.CONFIRM)
  @Path("decide")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    return answer(id, form, () -> decided(id, form));
  }

  private Response decided(String id, MultivaluedMap<String, String> form) {
    JsonFields fields = JsonFields.read(FormBody.of(form));
    Optional<Decision> decision = fields.value(DECISION, Decision.class);
    if (decision.isEmpty()) {
      fields.refuseOnce(DECISION, "is required");
    }
    fields.check();
    ObjectNode body = FormBody.json(form);
    body.remove(DECISION);
    return switch (decision.orElseThrow()) {
      case RELEASE -> decisions.release(id, null, bytes(body));
      case REFUND -> decisions.refund(id, null, bytes(body));
      case CLOSE -> Response.ok(decisions.close(id, bytes(body))).build();
    };
  }

  /** By who may decide disputes; the other decisions are an administrator’s. */
  @POST
  @RolesAllowed({Roles.ADMIN, Roles.RESOLVE})
  @RateLimited(Limited.CONFIRM)
  @Path("carry-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response carryOut(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    return answer(id, form, () -> decisions.decision(id, null, withReason(form, AGREEMENT)));
  }

  /** The page has several forms that ask for a reason, so this one and the last have it under names of their own. */
  @POST
  @RolesAllowed(Roles.ADMIN)
  @RateLimited(Limited.CONFIRM)
  @Path("settle")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response settle(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    return answer(
        id, form, () -> settlements.settle(id, null, withReason(form, SETTLEMENT_REASON)));
  }

  private static byte[] withReason(MultivaluedMap<String, String> form, String field) {
    JsonFields fields = JsonFields.read(FormBody.of(form));
    String reason = fields.requiredText(field, LONGEST_REASON);
    fields.check();
    ObjectNode body = FormBody.json(form);
    body.remove(field);
    return bytes(body.put("reason", reason));
  }

  private Response answer(String id, MultivaluedMap<String, String> form, Supplier<Response> act) {
    return forms.carryOut(
        form,
        () -> {
          boolean isDone = act.get().getStatus() == Response.Status.OK.getStatusCode();
          return Pages.seeOther(
              "/console/payments/" + id.toLowerCase(Locale.ROOT), isDone ? "decided" : "second");
        },
        () -> page(id));
  }

  private Page page(String id) {
    Map<String, Object> payment = ApiData.of(payments.read(id));
    return pages
        .page("payment", "contracts")
        .with("payment", payment)
        .with("contract", ApiData.of(contracts.show((String) payment.get("contract_id"))));
  }

  private static byte[] bytes(ObjectNode body) {
    return Json.write(body).getBytes(StandardCharsets.UTF_8);
  }
}

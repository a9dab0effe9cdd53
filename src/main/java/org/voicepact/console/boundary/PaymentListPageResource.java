package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.boundary.PaymentsResource;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.WireValue;

/** The page of all payments; its filters are the query of {@code GET /payments}. */
@Path("console/payments")
@Singleton
public class PaymentListPageResource {

  private static final List<String> STATUSES = WireValue.all(PaymentStatus.class);

  private final PaymentsResource payments;
  private final Pages pages;
  private final RefusalMapper refusals;

  @Inject
  public PaymentListPageResource(PaymentsResource payments, Pages pages, RefusalMapper refusals) {
    this.payments = payments;
    this.pages = pages;
    this.refusals = refusals;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response list(@Context UriInfo address) {
    MultivaluedMap<String, String> query = address.getQueryParameters();
    Page page = pages.page("payments", "payments").with("statuses", STATUSES).filled(query);
    try {
      Map<String, Object> list = ApiData.of(payments.list(
          query.getFirst("status"), query.getFirst("limit"), query.getFirst("cursor")));
      return page.with("list", list.get("payments"))
          .with("next", ContractListPageResource.next(address, list.get("next_cursor")))
          .response();
    } catch (Refusal refusal) {
      return page.refused(refusal, refusals.toResponse(refusal).getStatus()).response();
    }
  }
}

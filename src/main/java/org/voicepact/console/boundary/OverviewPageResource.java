package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.boundary.ContractReportsResource;
import org.voicepact.payment.boundary.MoneyReportsResource;
import org.voicepact.platform.boundary.ReportRequest;
import org.voicepact.sms.boundary.MessageReportsResource;
import org.voicepact.sms.boundary.SmsStatusResource;

/** The season at a glance: each picture with the table that it is drawn from. */
@Path("console/overview")
@Singleton
public class OverviewPageResource {

  private static final List<String> SPANS = List.of("4", "12", "26", "52");
  private static final String USUAL = "12";

  private final ContractReportsResource contracts;
  private final MessageReportsResource messages;
  private final MoneyReportsResource money;
  private final SmsStatusResource outbox;
  private final Pages pages;

  @Inject
  public OverviewPageResource(
      ContractReportsResource contracts,
      MessageReportsResource messages,
      MoneyReportsResource money,
      SmsStatusResource outbox,
      Pages pages) {
    this.contracts = contracts;
    this.messages = messages;
    this.money = money;
    this.outbox = outbox;
    this.pages = pages;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Operation(hidden = true)
  public Response show(@QueryParam("weeks") String wanted) {
    String weeks = Optional.ofNullable(wanted).filter(SPANS::contains).orElse(USUAL);
    ReportRequest request = ReportRequest.ofWeeks(weeks);
    List<Map<String, Object>> made = rows(contracts.contracts(request));
    return pages
        .page("overview", "overview")
        .with("weeks", weeks)
        .with("spans", SPANS)
        .with("totals", totals(made))
        .with("contracts", byWeek(made))
        .with("confirmations", rows(contracts.confirmations(request)))
        .with("disputes", rows(contracts.disputes(request)))
        .with("messages", rows(messages.messages(request)))
        .with("money", rows(money.money(request)))
        .with("outbox", ApiData.of(outbox.status()))
        .response();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Response report) {
    return (List<Map<String, Object>>) ApiData.of(report).get("rows");
  }

  /** How many contracts of the whole time have each status. */
  private static Map<String, Long> totals(List<Map<String, Object>> made) {
    return made.stream()
        .collect(Collectors.groupingBy(
            row -> (String) row.get("status"),
            LinkedHashMap::new,
            Collectors.summingLong(row -> ((Number) row.get("contracts")).longValue())));
  }

  /** A line for each week, with a member for each status. */
  private static List<Map<String, Object>> byWeek(List<Map<String, Object>> made) {
    Map<Object, Map<String, Object>> weeks = new LinkedHashMap<>();
    for (Map<String, Object> row : made) {
      weeks
          .computeIfAbsent(row.get("week"), week -> new LinkedHashMap<>(Map.of("week", week)))
          .put((String) row.get("status"), row.get("contracts"));
    }
    return new ArrayList<>(weeks.values());
  }
}

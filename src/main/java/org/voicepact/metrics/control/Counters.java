package org.voicepact.metrics.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.voicepact.access.entity.Limited;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.platform.entity.WireValue;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.webhook.entity.Route;
import org.voicepact.webhook.entity.WebhookRefusal;

/**
 * What this server has counted since its start. Labels have few values that are known beforehand, and all of them are
 * there from the start on: nothing that a caller chooses ever becomes a label.
 */
@Singleton
public class Counters {

  private static final List<String> STATUSES = List.of("1xx", "2xx", "3xx", "4xx", "5xx");
  private static final List<String> RESULTS =
      List.of("accepted", "refused", "postponed", "not_called", "lost");

  private final MetricRegistry registry;
  private final Counter contracts;
  private final Counter codes;
  private final Timer requestTime;
  private final Map<String, Counter> confirmations;
  private final Map<String, Map<String, Counter>> webhooks;
  private final Map<String, Counter> limits;
  private final Map<String, Counter> attempts;
  private final Map<String, Counter> requests;

  @Inject
  public Counters(MetricRegistry registry) {
    this.registry = registry;
    this.contracts = counter("voicepact_contracts_created_total", "Contracts that were made");
    this.codes = counter(
        "voicepact_code_refusals_total", "One-time codes that were named and did not count");
    this.requestTime = registry.timer(Metadata.builder()
        .withName("voicepact_http_request_duration")
        .withDescription("Time from a request of the API or of a page to its answer")
        .build());
    this.confirmations = counters(
        "voicepact_confirmations_total",
        "Confirmations by parties",
        "channel",
        wires(Channel.values()));
    this.webhooks = wires(Route.values()).stream()
        .collect(Collectors.toMap(
            route -> route,
            route -> counters(
                "voicepact_webhook_refusals_total",
                "Calls of webhooks that were refused",
                "reason",
                wires(WebhookRefusal.Reason.values()),
                new Tag("route", route))));
    this.limits = counters(
        "voicepact_rate_limit_refusals_total",
        "Requests that were refused by a limit",
        "limit",
        wires(Limited.values()));
    this.attempts = counters(
        "voicepact_message_attempts_total",
        "Messages by what the gateway made of them",
        "result",
        RESULTS);
    this.requests = counters(
        "voicepact_http_requests_total",
        "Requests of the API and of pages that were answered",
        "status",
        STATUSES);
  }

  private Counter counter(String name, String description, Tag... labels) {
    return registry.counter(
        Metadata.builder().withName(name).withDescription(description).build(), labels);
  }

  /** One for each value of a label, by the value. */
  private Map<String, Counter> counters(
      String name, String description, String label, List<String> values, Tag... others) {
    return values.stream().collect(Collectors.toMap(value -> value, value -> {
      Tag[] labels = Arrays.copyOf(others, others.length + 1);
      labels[others.length] = new Tag(label, value);
      return counter(name, description, labels);
    }));
  }

  private static List<String> wires(WireValue... values) {
    return Arrays.stream(values).map(WireValue::wire).toList();
  }

  public void contractCreated() {
    contracts.inc();
  }

  public void confirmed(Channel channel) {
    confirmations.get(channel.wire()).inc();
  }

  public void webhookRefused(Route route, WebhookRefusal.Reason reason) {
    webhooks.get(route.wire()).get(reason.wire()).inc();
  }

  public void limitReached(Limited limited) {
    limits.get(limited.wire()).inc();
  }

  public void codeRefused() {
    codes.inc();
  }

  public void attempted(SendOutcome outcome) {
    attempts.get(result(outcome)).inc();
  }

  private static String result(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted) {
      return "accepted";
    } else if (outcome instanceof SendOutcome.Refused) {
      return "refused";
    } else if (outcome instanceof SendOutcome.Postponed) {
      return "postponed";
    }
    return outcome instanceof SendOutcome.NotCalled ? "not_called" : "lost";
  }

  /** Begins to take the time of a request. */
  public Timer.Context time() {
    return requestTime.time();
  }

  /**
   * @param status of the answer, from 100 to 599
   */
  public void answered(int status) {
    requests.get(STATUSES.get(status / 100 - 1)).inc();
  }
}

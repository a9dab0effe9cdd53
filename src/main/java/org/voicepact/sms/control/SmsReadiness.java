package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Whether messages leave, and no more than the operator wants to pay for. */
@Singleton
public class SmsReadiness implements SelfCheck {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Collector<Object[], ?, Map<String, Long>> BY_REASON =
      Collectors.toMap(row -> (String) row[0], row -> (Long) row[1], Long::sum, TreeMap::new);

  private final EntityManager entities;
  private final ChosenGateway gateway;
  private final SmsSettings settings;
  private final Environment environment;
  private final Clock clock;

  @Inject
  public SmsReadiness(
      EntityManager entities,
      ChosenGateway gateway,
      SmsSettings settings,
      Environment environment,
      Clock clock) {
    this.entities = entities;
    this.gateway = gateway;
    this.settings = settings;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<CheckedPoint> points() {
    return List.of(
        gateway(gateway.name(), environment.isProduction()),
        limit("SMS_UNASKED_LIMIT", settings.unaskedLimit()),
        limit("SMS_DAILY_LIMIT", settings.dailyLimit()),
        notSent("parked messages", parkedByReason()),
        notSent("messages refused within a day", refusedByReason()));
  }

  static CheckedPoint gateway(String name, boolean production) {
    return name.equals(LogSmsGateway.NAME) && production
        ? CheckedPoint.open("SMS_GATEWAY", name + " prints messages and sends none")
        : CheckedPoint.ok("SMS_GATEWAY", name);
  }

  static CheckedPoint limit(String setting, OptionalInt limit) {
    return limit.isPresent()
        ? CheckedPoint.ok(setting, Integer.toString(limit.getAsInt()))
        : CheckedPoint.open(setting, "off: nothing bounds what messages cost");
  }

  static CheckedPoint notSent(String which, Map<String, Long> byReason) {
    if (byReason.isEmpty()) {
      return CheckedPoint.ok(which, "none");
    }
    return CheckedPoint.open(
        which,
        byReason.entrySet().stream()
            .map(each -> each.getValue() + " not sent: " + each.getKey())
            .collect(Collectors.joining("; ")));
  }

  private Map<String, Long> parkedByReason() {
    return entities
        .createQuery(
            "SELECT m.sending.failure, COUNT(m) FROM OutboundMessage m"
                + " WHERE m.sending.status = org.voicepact.sms.entity.Sending.Status.PARKED"
                + " GROUP BY m.sending.failure",
            Object[].class)
        .getResultStream()
        .collect(BY_REASON);
  }

  /** For good by the gateway, as where an account has no credit left: such messages are not tried again. */
  private Map<String, Long> refusedByReason() {
    return entities
        .createQuery(
            "SELECT m.sending.failure, COUNT(m) FROM OutboundMessage m"
                + " WHERE m.sending.status = org.voicepact.sms.entity.Sending.Status.FAILED"
                + " AND m.sending.calledAt > :since AND m.sending.acceptedAt IS NULL"
                + " AND m.phone IS NOT NULL"
                + " GROUP BY m.sending.failure",
            Object[].class)
        .setParameter("since", clock.instant().minus(A_DAY))
        .getResultStream()
        .collect(BY_REASON);
  }
}

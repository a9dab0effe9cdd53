package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Whether messages leave, and no more than the operator wants to pay for. */
@Singleton
public class SmsReadiness implements SelfCheck {

  private final EntityManager entities;
  private final ChosenGateway gateway;
  private final SmsSettings settings;
  private final Environment environment;

  @Inject
  public SmsReadiness(
      EntityManager entities,
      ChosenGateway gateway,
      SmsSettings settings,
      Environment environment) {
    this.entities = entities;
    this.gateway = gateway;
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  @Transactional
  public List<CheckedPoint> points() {
    return List.of(
        gateway(gateway.name(), environment.isProduction()),
        limit("SMS_UNASKED_LIMIT", settings.unaskedLimit()),
        limit("SMS_DAILY_LIMIT", settings.dailyLimit()),
        parked(parkedByReason()));
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

  static CheckedPoint parked(Map<String, Long> byReason) {
    if (byReason.isEmpty()) {
      return CheckedPoint.ok("parked messages", "none");
    }
    return CheckedPoint.open(
        "parked messages",
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
        .collect(Collectors.toMap(
            row -> (String) row[0], row -> (Long) row[1], Long::sum, TreeMap::new));
  }
}

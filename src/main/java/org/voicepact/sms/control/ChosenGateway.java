package org.voicepact.sms.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.sms.entity.OutboundMessage;

/** The gateway that {@code SMS_GATEWAY} names. */
@Singleton
public class ChosenGateway implements Configured {

  private final SmsGateway gateway;

  /**
   * @throws IllegalStateException where there is no such gateway
   */
  @Inject
  public ChosenGateway(
      @ConfigProperty(name = "SMS_GATEWAY") String name, @Any Instance<SmsGateway> gateways) {
    this.gateway = gateways.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("SMS_GATEWAY must be one of: "
            + gateways.stream().map(SmsGateway::name).sorted().collect(Collectors.joining(", "))));
  }

  String name() {
    return gateway.name();
  }

  /**
   * @return the gateway's id of the message
   * @throws RuntimeException where the gateway did not take it
   */
  public String send(OutboundMessage message) {
    return gateway.send(message.phone(), message.text());
  }
}

package org.voicepact.sms.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SmsText;

/** The gateway that {@code SMS_GATEWAY} names. */
@Singleton
public class ChosenGateway implements Configured {

  private static final Logger LOG = Logger.getLogger(ChosenGateway.class.getName());

  private final SmsGateway gateway;

  /**
   * @throws IllegalStateException where there is no such gateway, or where it cannot send as it is set up
   */
  @Inject
  public ChosenGateway(
      @ConfigProperty(name = "SMS_GATEWAY") String name, @Any Instance<SmsGateway> gateways) {
    this.gateway = gateways.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("SMS_GATEWAY must be one of: "
            + gateways.stream().map(SmsGateway::name).sorted().collect(Collectors.joining(", "))));
    SettingFaults faults = new SettingFaults();
    gateway
        .faults()
        .forEach(fault -> faults.run(() -> {
          throw new IllegalStateException(fault);
        }));
    faults.check();
  }

  String name() {
    return gateway.name();
  }

  /**
   * One call of the gateway.
   *
   * @return what became of it for each number; lost where the gateway failed in a way that says nothing
   */
  public Map<PhoneNumber, SendOutcome> send(List<PhoneNumber> to, SmsText text) {
    try {
      return gateway.send(to, text);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the SMS gateway failed in an unexpected way", e);
      return SendOutcome.forAll(to, new SendOutcome.Lost(e.getClass().getSimpleName()));
    }
  }
}

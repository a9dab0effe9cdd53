package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Announcement;
import org.voicepact.platform.control.DeveloperMachine;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SmsText;

/**
 * A gateway for trying things out: messages go to the server's log, the number masked. One-time codes are readable
 * in development and on loopback only, where somebody must be able to try them.
 */
@Singleton
public class LogSmsGateway implements SmsGateway {

  static final String NAME = "log";

  private static final Logger LOG = Logger.getLogger(LogSmsGateway.class.getName());

  private final boolean showsCodes;

  @Inject
  public LogSmsGateway(DeveloperMachine machine) {
    this.showsCodes = machine.is();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<PhoneNumber, SendOutcome> send(List<PhoneNumber> to, SmsText text) {
    String shown = showsCodes ? text.full() : text.text();
    return to.stream().collect(Collectors.toMap(Function.identity(), phone -> {
      LOG.log(Announcement.AUDIT, () -> "SMS to " + phone.masked() + ": " + shown);
      return new SendOutcome.Accepted(Optional.of("log-" + UUID.randomUUID()));
    }));
  }
}

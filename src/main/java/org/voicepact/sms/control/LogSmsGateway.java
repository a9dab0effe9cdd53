package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.logging.Logger;
import org.voicepact.platform.control.Announcement;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage;

/**
 * A gateway for trying things out: messages go to the server's log, the number masked. One-time codes are readable
 * in development only, where somebody must be able to try them.
 */
@Singleton
public class LogSmsGateway implements SmsGateway {

  static final String NAME = "log";

  private static final Logger LOG = Logger.getLogger(LogSmsGateway.class.getName());

  private final boolean showsCodes;

  @Inject
  public LogSmsGateway(Environment environment) {
    this.showsCodes = environment.name() == Environment.Name.DEVELOPMENT;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String send(PhoneNumber to, String text) {
    String shown = showsCodes ? text : OutboundMessage.withoutCode(text);
    LOG.log(Announcement.AUDIT, () -> "SMS to " + to.masked() + ": " + shown);
    return "log-" + UUID.randomUUID();
  }
}

package org.voicepact.sms.control;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.logging.Logger;
import org.voicepact.platform.control.Announcement;
import org.voicepact.platform.entity.PhoneNumber;

/** A gateway for trying things out: messages go to the server's log, the number masked. */
@Singleton
public class LogSmsGateway implements SmsGateway {

  private static final Logger LOG = Logger.getLogger(LogSmsGateway.class.getName());

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String send(PhoneNumber to, String text) {
    LOG.log(Announcement.AUDIT, () -> "SMS to " + to.masked() + ": " + text);
    return "log-" + UUID.randomUUID();
  }
}

package org.voicepact.sms.control;

import org.voicepact.platform.entity.PhoneNumber;

/** Port: the telephone gateway through which messages leave. */
public interface SmsGateway {

  /** The value of {@code SMS_GATEWAY} that chooses it. */
  String name();

  /**
   * @return the gateway's id of the message that it has accepted
   * @throws RuntimeException where the gateway did not take it; it is tried again later
   */
  String send(PhoneNumber to, String text);
}

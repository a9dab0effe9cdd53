package org.voicepact.sms.control;

import java.util.List;
import java.util.Map;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SmsText;

/** Port: the telephone gateway through which messages leave. */
public interface SmsGateway {

  /** So many numbers at most are given to {@link #send} at once. */
  int MOST_RECIPIENTS = 100;

  /** The value of {@code SMS_GATEWAY} that chooses it. */
  String name();

  /** Why it cannot send as it is set up; empty where it can. Nothing is called for it. */
  default List<String> faults() {
    return List.of();
  }

  /**
   * Sends one text to some numbers, each of them once. It waits for the answer at most 10 seconds.
   *
   * @return what became of it for each number
   */
  Map<PhoneNumber, SendOutcome> send(List<PhoneNumber> to, SmsText text);
}

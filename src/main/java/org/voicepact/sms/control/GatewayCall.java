package org.voicepact.sms.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SmsText;

/**
 * What is to be brought to the gateway in one call.
 *
 * @param ids of the messages, by their numbers
 */
public record GatewayCall(SmsText text, Map<PhoneNumber, Long> ids) {

  /** A call that is over, and what the gateway answered for each number. */
  public record Ended(GatewayCall call, Map<PhoneNumber, SendOutcome> outcomes) {

    /** The gateway's ids of the messages that it has taken. */
    public List<String> gatewayIds() {
      return outcomes.values().stream()
          .map(SendOutcome::gatewayId)
          .flatMap(Optional::stream)
          .toList();
    }
  }
}

package org.voicepact.sms.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.platform.entity.PhoneNumber;

/** What a gateway made of a message for one recipient. */
public sealed interface SendOutcome {

  /**
   * It has taken the message; delivery reports come with its id.
   *
   * @param gatewayId empty where the gateway gave none
   */
  record Accepted(Optional<String> gatewayId) implements SendOutcome {}

  /** It will never take it: the number or the sender is wrong, or the person is on its list of those who get nothing. */
  record Refused(String reason) implements SendOutcome {}

  /** It has certainly not taken it, and may do so later. */
  record Postponed(String reason) implements SendOutcome {}

  /** It was not even called, because it has failed too often of late: that is no attempt. */
  record NotCalled(String reason) implements SendOutcome {}

  /** The call went out and no answer that says anything came back: it may have taken it. */
  record Lost(String reason) implements SendOutcome {}

  /** The gateway's id of the message; empty unless it has taken it and given one. */
  default Optional<String> gatewayId() {
    return Optional.empty();
  }

  /** The same for each of the numbers. */
  static Map<PhoneNumber, SendOutcome> forAll(List<PhoneNumber> phones, SendOutcome outcome) {
    return phones.stream().collect(Collectors.toMap(Function.identity(), phone -> outcome));
  }
}

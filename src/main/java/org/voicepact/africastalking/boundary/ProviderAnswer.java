package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.platform.boundary.ProviderWords;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SendOutcome.Accepted;
import org.voicepact.sms.entity.SendOutcome.Lost;
import org.voicepact.sms.entity.SendOutcome.Postponed;
import org.voicepact.sms.entity.SendOutcome.Refused;

/**
 * Reads the provider's answer. A 201 can carry a refusal in its body: only the code of each recipient says whether a
 * message was taken.
 */
final class ProviderAnswer {

  /** Processed, sent, queued: it has the message, which does not mean that it was delivered. */
  private static final Set<Integer> TAKEN = Set.of(100, 101, 102);

  /** Faults of the provider itself; all other codes will stay what they are. */
  private static final Set<Integer> PASSING = Set.of(500, 501);

  private static final String NONE = "None";

  private ProviderAnswer() {}

  static Map<PhoneNumber, SendOutcome> read(RawAnswer answer, List<PhoneNumber> to) {
    if (answer.status() / 100 != 2) {
      return SendOutcome.forAll(to, refusal(answer.status()));
    }
    Optional<JsonNode> data =
        answer.object().map(root -> root.path("SMSMessageData")).filter(JsonNode::isObject);
    if (data.isEmpty()) {
      // A page of somebody on the way: whether the provider has seen the call, nobody knows.
      return SendOutcome.forAll(to, new Lost("the answer was not the provider's"));
    }
    JsonNode recipients = data.get().path("Recipients");
    if (recipients.isEmpty()) {
      return SendOutcome.forAll(
          to,
          new Refused("the provider took none: " + ProviderWords.of(data.get().path("Message"))));
    }
    return byNumber(recipients);
  }

  /**
   * A request that it has looked at and calls wrong stays so. All else may be mended by the operator: a key, an account, the
   * address, a proxy on the way.
   */
  private static SendOutcome refusal(int status) {
    return switch (status) {
      case 400, 409, 413, 422 -> new Refused("the provider answered " + status);
      default -> new Postponed("the provider answered " + status);
    };
  }

  private static Map<PhoneNumber, SendOutcome> byNumber(JsonNode recipients) {
    Map<PhoneNumber, SendOutcome> outcomes = new HashMap<>();
    for (JsonNode recipient : recipients) {
      PhoneNumber.of(recipient.path("number").asText())
          .ifPresent(phone -> outcomes.put(phone, outcome(recipient)));
    }
    return outcomes;
  }

  private static SendOutcome outcome(JsonNode recipient) {
    int code = recipient.path("statusCode").asInt();
    if (TAKEN.contains(code)) {
      return new Accepted(Optional.of(recipient.path("messageId").asText())
          .filter(id -> !id.isBlank() && !id.equals(NONE)));
    }
    String reason = "the provider says " + code + " " + ProviderWords.of(recipient.path("status"));
    return PASSING.contains(code) ? new Postponed(reason) : new Refused(reason);
  }
}

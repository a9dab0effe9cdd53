package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.ProviderReply.Refused;
import org.voicepact.payment.entity.ProviderReply.Taken;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.AnswersLater;
import org.voicepact.payment.entity.Standing.NoAnswer;
import org.voicepact.payment.entity.Standing.NotKnown;
import org.voicepact.payment.entity.Standing.Waiting;
import org.voicepact.platform.boundary.RawAnswer;

/**
 * Reads what the provider answers at once. Where it took the request there is a {@code ResponseCode} of 0; faults are
 * told by an {@code errorCode}, whose first part is an HTTP status, and stand in an answer of any status.
 */
final class DarajaAnswer {

  private static final String NOT_THE_PROVIDERS = "the answer was not the provider’s";

  /** Each of its services spells it in a way of its own. */
  private static final Set<String> TOKEN_REFUSED = Set.of("404.001.03", "400.003.01", "401.002.01");

  /** Too many calls at a time or in a day: it was turned away at the door. */
  private static final Set<String> THROTTLED = Set.of("500.003.02", "500.003.03");

  /** For a prompt: the number has another one open, the passkey is wrong, and the like. For a query: it waits. */
  private static final String PROMPT_FAULT = "500.001.1001";

  /** Something that was sent is not as it should be; the words say what. */
  private static final String BAD_REQUEST = "400.002.";

  private static final String PROMPT_NUMBER = "checkoutrequestid";

  private DarajaAnswer() {}

  /** Whether the provider itself has written it. */
  static boolean isOwn(RawAnswer answer) {
    return own(answer).isPresent();
  }

  /** Whether the token was refused, so that the request behind it has not been looked at. */
  static boolean isTokenRefused(RawAnswer answer) {
    return answer.status() == 401
        || own(answer).filter(body -> TOKEN_REFUSED.contains(errorCode(body))).isPresent();
  }

  static ProviderReply toPrompt(RawAnswer answer) {
    Optional<JsonNode> own = own(answer);
    // No money moves before somebody types a PIN, so that this word of the provider's can be
    // believed.
    return own.filter(body -> errorCode(body).equals(PROMPT_FAULT)).isPresent()
        ? new Refused(words(own.get()))
        : reply(answer, "CheckoutRequestID");
  }

  static ProviderReply toPayment(RawAnswer answer) {
    return reply(answer, "ConversationID");
  }

  private static ProviderReply reply(RawAnswer answer, String reference) {
    if (isTokenRefused(answer)) {
      return new NotCalled("the provider does not take the token that it gave");
    }
    if (isThrottled(answer)) {
      return new NotCalled("the provider takes no more calls at present");
    }
    Optional<JsonNode> own = own(answer);
    if (own.isEmpty()) {
      return new Lost(NOT_THE_PROVIDERS);
    }
    JsonNode body = own.get();
    if (body.has("ResponseCode")) {
      return ResultCode.isSuccess(body.path("ResponseCode"))
          ? new Taken(ResultCode.text(body.path(reference)))
          : new Refused(words(body));
    }
    return isRefusal(answer, body) ? new Refused(words(body)) : new Lost(words(body));
  }

  /** A duplicate says that it has the instruction from an earlier call. */
  private static boolean isRefusal(RawAnswer answer, JsonNode body) {
    return answer.status() < 500
        && errorCode(body).startsWith("4")
        && !errorMessage(body).contains("duplicate");
  }

  /**
   * What became of a prompt. That the provider knows nothing of it is believed only where it calls the number of the prompt
   * wrong: what else it refuses is a fault of the question, and passes.
   */
  static Standing toPromptQuery(RawAnswer answer) {
    Optional<JsonNode> own = own(answer);
    if (own.isEmpty()) {
      return new NoAnswer(NOT_THE_PROVIDERS);
    }
    JsonNode body = own.get();
    if (body.has("ResultCode")) {
      return ResultCode.toStanding(body);
    }
    if (errorCode(body).equals(PROMPT_FAULT) && errorMessage(body).contains("process")) {
      return new Waiting();
    }
    return errorCode(body).startsWith(BAD_REQUEST) && errorMessage(body).contains(PROMPT_NUMBER)
        ? new NotKnown(words(body))
        : new NoAnswer(words(body));
  }

  /** Whether a payment is looked for; what became of it comes as a notice. */
  static Standing toStatus(RawAnswer answer) {
    Optional<JsonNode> own = own(answer);
    if (own.isEmpty()) {
      return new NoAnswer(NOT_THE_PROVIDERS);
    }
    return ResultCode.isSuccess(own.get().path("ResponseCode"))
        ? new AnswersLater()
        : new NoAnswer(words(own.get()));
  }

  private static Optional<JsonNode> own(RawAnswer answer) {
    return answer
        .object()
        .filter(
            body -> body.has("ResponseCode") || body.has("ResultCode") || body.has("errorCode"));
  }

  private static boolean isThrottled(RawAnswer answer) {
    return answer.status() == 429
        || own(answer).filter(body -> THROTTLED.contains(errorCode(body))).isPresent();
  }

  private static String errorCode(JsonNode body) {
    return body.path("errorCode").asText().strip();
  }

  private static String errorMessage(JsonNode body) {
    return body.path("errorMessage").asText().toLowerCase(Locale.ROOT);
  }

  private static String words(JsonNode body) {
    return body.has("errorCode")
        ? ResultCode.words(body.path("errorCode"), body.path("errorMessage"))
        : ResultCode.words(body.path("ResponseCode"), body.path("ResponseDescription"));
  }
}

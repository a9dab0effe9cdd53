package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderNotice.Answers;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.PlainDecimal;

/**
 * Reads the provider's notices. They name no currency. That of a prompt has neither a number of ours; that of a payment
 * has the one that we gave it.
 */
final class DarajaNotice {

  private static final Pattern OURS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** States in which a transaction has ended without a payment. */
  private static final Set<String> ENDED = Set.of("Cancelled", "Declined", "Expired", "Failed");

  private DarajaNotice() {}

  static Optional<ProviderNotice> read(JsonNode notice) {
    JsonNode callback = notice.path("Body").path("stkCallback");
    if (callback.has("ResultCode")) {
      return Optional.of(ofPrompt(callback));
    }
    JsonNode result = notice.path("Result");
    if (!result.has("ResultCode")) {
      return Optional.empty();
    }
    Map<String, JsonNode> parameters = parameters(result.path("ResultParameters"));
    return Optional.of(
        isAnswer(result, parameters) ? answer(result, parameters) : ofPayment(result, parameters));
  }

  private static ProviderNotice ofPrompt(JsonNode callback) {
    Map<String, JsonNode> items = pairs(callback.path("CallbackMetadata").path("Item"), "Name");
    JsonNode code = callback.path("ResultCode");
    return new ProviderNotice(
        Optional.empty(),
        ResultCode.text(callback.path("CheckoutRequestID")),
        ResultCode.toClaim(code),
        Answers.NOTHING,
        text(items, "MpesaReceiptNumber"),
        decimal(items, "Amount"),
        Optional.empty(),
        phone(items, "PhoneNumber"),
        reason(callback));
  }

  /**
   * What was asked for has a state. Where the question itself failed there is none; the provider then gave it a number of
   * its own, while a payment keeps ours, or has at least a receipt.
   */
  private static boolean isAnswer(JsonNode result, Map<String, JsonNode> parameters) {
    return parameters.containsKey("TransactionStatus")
        || ours(result.path("OriginatorConversationID")).isEmpty()
            && !parameters.containsKey("TransactionReceipt");
  }

  /**
   * The provider takes a payment without looking at it, and answers by this. That it was turned down is an answer: to ask
   * brings nothing then, and where the initiator is wrong or locked, each question fails in the same way. That it was
   * made, the provider says again on being asked.
   */
  private static ProviderNotice ofPayment(JsonNode result, Map<String, JsonNode> parameters) {
    boolean isTurnedDown = !isTimeout(result) && ResultCode.isTurnedDown(result.path("ResultCode"));
    boolean isDone = ResultCode.isSuccess(result.path("ResultCode"));
    Claim failed = isTimeout(result) ? Claim.UNCLEAR : Claim.FAILED;
    return new ProviderNotice(
        ours(result.path("OriginatorConversationID")),
        ResultCode.text(result.path("ConversationID")),
        isDone ? Claim.SUCCEEDED : failed,
        isTurnedDown ? Answers.INSTRUCTION : Answers.NOTHING,
        // Where it failed there is one as well, made up.
        isDone
            ? text(parameters, "TransactionReceipt")
                .or(() -> ResultCode.text(result.path("TransactionID")))
            : Optional.empty(),
        decimal(parameters, "TransactionAmount"),
        Optional.empty(),
        phone(parameters, "ReceiverPartyPublicName"),
        reason(result));
  }

  private static ProviderNotice answer(JsonNode result, Map<String, JsonNode> parameters) {
    Optional<String> state = text(parameters, "TransactionStatus");
    boolean isFound = ResultCode.isSuccess(result.path("ResultCode")) && state.isPresent();
    return new ProviderNotice(
        Optional.ofNullable(parameters.get("OriginatorConversationID")).flatMap(DarajaNotice::ours),
        text(parameters, "ConversationID").or(() -> text(parameters, "Conversation ID")),
        isFound ? claim(state.get()) : Claim.UNCLEAR,
        Answers.QUESTION,
        text(parameters, "ReceiptNo"),
        decimal(parameters, "Amount"),
        Optional.empty(),
        phone(parameters, "CreditPartyName"),
        isFound ? state.filter(word -> claim(word) != Claim.SUCCEEDED) : reason(result));
  }

  private static Claim claim(String state) {
    if (state.equals("Completed")) {
      return Claim.SUCCEEDED;
    }
    return ENDED.contains(state) ? Claim.FAILED : Claim.UNCLEAR;
  }

  /** It waited too long in a queue; whether it is carried out later is not said. It comes to the same address. */
  private static boolean isTimeout(JsonNode result) {
    String words = result.path("ResultDesc").asText().toLowerCase(Locale.ROOT);
    return result.path("ResultType").asInt() != 0
        || words.contains("timed out")
        || words.contains("timeout");
  }

  private static Optional<String> reason(JsonNode result) {
    JsonNode code = result.path("ResultCode");
    return ResultCode.isSuccess(code)
        ? Optional.empty()
        : Optional.of(ResultCode.words(code, result.path("ResultDesc")));
  }

  private static Optional<String> ours(JsonNode id) {
    return ResultCode.text(id).filter(text -> OURS.matcher(text).matches());
  }

  private static Map<String, JsonNode> parameters(JsonNode list) {
    return pairs(list.has("ResultParameter") ? list.path("ResultParameter") : list, "Key");
  }

  /** A list of pairs of which some have no value; a list of one comes without its brackets. */
  private static Map<String, JsonNode> pairs(JsonNode list, String key) {
    Map<String, JsonNode> pairs = new HashMap<>();
    for (JsonNode pair : list.isObject() ? List.of(list) : list) {
      pairs.putIfAbsent(pair.path(key).asText(), pair.path("Value"));
    }
    return pairs;
  }

  private static Optional<String> text(Map<String, JsonNode> pairs, String name) {
    return Optional.ofNullable(pairs.get(name)).flatMap(ResultCode::text);
  }

  /** {@code 1}, {@code 1.00} or {@code "1.00"}. */
  private static Optional<BigDecimal> decimal(Map<String, JsonNode> pairs, String name) {
    return Optional.ofNullable(pairs.get(name))
        .flatMap(value -> value.isNumber()
            ? Optional.of(value.decimalValue())
            : PlainDecimal.typed(value.asText()));
  }

  private static Optional<PhoneNumber> phone(Map<String, JsonNode> pairs, String name) {
    return text(pairs, name).flatMap(KenyanNumber::read);
  }
}

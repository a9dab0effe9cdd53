package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.ProviderReply.Refused;
import org.voicepact.payment.entity.ProviderReply.Taken;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.Failed;
import org.voicepact.payment.entity.Standing.NoAnswer;
import org.voicepact.payment.entity.Standing.NotKnown;
import org.voicepact.payment.entity.Standing.Succeeded;
import org.voicepact.payment.entity.Standing.Waiting;
import org.voicepact.platform.boundary.ProviderWords;
import org.voicepact.platform.boundary.RawAnswer;

/** Reads what the provider's payments answer at once; a 200 or 201 can carry a refusal. */
final class PaymentAnswer {

  private static final String NOT_THE_PROVIDERS = "the answer was not the provider’s";
  private static final Set<String> REFUSALS = Set.of("InvalidRequest", "NotSupported", "Failed");

  private PaymentAnswer() {}

  static ProviderReply toCheckout(RawAnswer answer) {
    return reply(
        answer,
        body -> body.has("status")
            ? told(body, "PendingConfirmation", body.path("description"))
            : new Lost(NOT_THE_PROVIDERS));
  }

  /** There is one receiver, and so one entry, unless the whole was refused. */
  static ProviderReply toPayOut(RawAnswer answer) {
    return reply(answer, body -> {
      JsonNode entries = body.path("entries");
      if (entries.size() == 1) {
        return told(entries.get(0), "Queued", entries.get(0).path("errorMessage"));
      }
      return body.path("numQueued").isNumber() && body.path("numQueued").asInt() == 0
          ? new Refused("the provider says " + ProviderWords.of(body.path("errorMessage")))
          : new Lost(NOT_THE_PROVIDERS);
    });
  }

  private static ProviderReply reply(RawAnswer answer, Function<JsonNode, ProviderReply> reading) {
    return switch (answer.status() / 100) {
      case 2 -> answer.object().map(reading).orElseGet(() -> new Lost(NOT_THE_PROVIDERS));
      case 4 -> turnedAway(answer);
      default -> new Lost("the provider answered " + answer.status());
    };
  }

  /** A wrong key and too many calls pass; the provider says both before it looks at the request, and in plain text. */
  private static ProviderReply turnedAway(RawAnswer answer) {
    String reason = "the provider answered " + answer.status();
    return switch (answer.status()) {
      case 401, 429 -> new NotCalled(reason);
      case 408 -> new Lost(reason);
      default -> answer.object().isPresent() ? new Refused(reason) : new Lost(reason);
    };
  }

  private static ProviderReply told(JsonNode answer, String taken, JsonNode words) {
    String status = answer.path("status").asText();
    if (status.equals(taken)) {
      return new Taken(reference(answer));
    }
    String reason = "the provider says " + ProviderWords.of(answer.path("status")) + " "
        + ProviderWords.of(words);
    return REFUSALS.contains(status) ? new Refused(reason) : new Lost(reason);
  }

  private static Optional<String> reference(JsonNode answer) {
    return Optional.of(answer.path("transactionId").asText())
        .filter(id -> !id.isBlank() && !id.equals("None"));
  }

  /**
   * What became of a transaction.
   *
   * @param instructionId which must have gone with it: the number of the transaction may have come with a notice
   */
  static Standing toFound(RawAnswer answer, String instructionId) {
    if (answer.status() / 100 != 2) {
      return new NoAnswer("the provider answered " + answer.status());
    }
    Optional<JsonNode> body = answer.object().filter(each -> each.has("status"));
    if (body.isEmpty()) {
      return new NoAnswer(NOT_THE_PROVIDERS);
    }
    return body.get().path("status").asText().equals("Success")
        ? ofTransaction(body.get().path("data"), instructionId)
        : new NotKnown("the provider says " + ProviderWords.of(body.get().path("errorMessage")));
  }

  private static Standing ofTransaction(JsonNode transaction, String instructionId) {
    if (!PaymentNotice.instructionId(transaction).equals(Optional.of(instructionId))) {
      return new NotKnown("the transaction is not that of the instruction");
    }
    return switch (transaction.path("status").asText()) {
      case "Success" ->
        new Succeeded(
            PaymentNotice.receipt(transaction), PaymentNotice.money(transaction.path("value")));
      case "Failed" ->
        new Failed("the provider says " + ProviderWords.of(transaction.path("description")));
      case "PendingConfirmation", "PendingValidation", "Queued" -> new Waiting();
      default -> new NoAnswer(NOT_THE_PROVIDERS);
    };
  }
}

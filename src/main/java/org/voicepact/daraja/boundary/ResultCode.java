package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.Failed;
import org.voicepact.payment.entity.Standing.NotKnown;
import org.voicepact.payment.entity.Standing.Succeeded;
import org.voicepact.payment.entity.Standing.Waiting;
import org.voicepact.platform.boundary.ProviderWords;

/** The codes in which the provider says what became of something: a number in some answers, a text in others. */
final class ResultCode {

  private static final Pattern ZERO = Pattern.compile("0+");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.]{1,15}");

  /** It is still being processed. */
  private static final Set<String> OPEN = Set.of("4999", "500.001.1001");

  /**
   * Prompts that have ended without a payment: no money, a limit of one transaction, a day or the account, a fault at the
   * provider, another prompt open, run out, not delivered, cancelled, no answer, a wrong PIN, a service not allowed or locked,
   * nobody of that number. Of another code only a person can say what it means.
   */
  private static final Set<String> ENDED = Set.of(
      "1",
      "2",
      "3",
      "4",
      "8",
      "17",
      "26",
      "1001",
      "1019",
      "1025",
      "1032",
      "1037",
      "2001",
      "2028",
      "8006",
      "9999",
      "SFC_IC0003");

  /**
   * Payments that were turned down, by the provider’s own list: no money, the same limits, who asks for them is wrong, not
   * allowed or locked, the receiver is nobody, not registered or in the wrong state. Some others are told of what is still
   * being looked at.
   */
  private static final Set<String> TURNED_DOWN = Set.of(
      "1", "2", "3", "4", "8", "11", "21", "2001", "2006", "2028", "2040", "8006", "SFC_IC0003");

  private ResultCode() {}

  static boolean isSuccess(JsonNode code) {
    return ZERO.matcher(code.asText().strip()).matches();
  }

  /** What a notice of a prompt claims. */
  static Claim toClaim(JsonNode code) {
    if (isSuccess(code)) {
      return Claim.SUCCEEDED;
    }
    return OPEN.contains(code.asText().strip()) ? Claim.UNCLEAR : Claim.FAILED;
  }

  /** Whether by this code a payment was not made and will not be. */
  static boolean isTurnedDown(JsonNode code) {
    return TURNED_DOWN.contains(code.asText().strip());
  }

  /** What the answer to a query of a prompt says. It names neither receipt nor amount. */
  static Standing toStanding(JsonNode body) {
    JsonNode code = body.path("ResultCode");
    if (isSuccess(code)) {
      return new Succeeded(Optional.empty(), Optional.empty());
    }
    if (OPEN.contains(code.asText().strip())) {
      return new Waiting();
    }
    String words = words(code, body.path("ResultDesc"));
    return ENDED.contains(code.asText().strip()) ? new Failed(words) : new NotKnown(words);
  }

  static String words(JsonNode code, JsonNode description) {
    String plain = code.asText().strip();
    return "the provider says " + (CODE.matcher(plain).matches() ? plain + " " : "")
        + ProviderWords.of(description);
  }

  /** A text that is there. */
  static Optional<String> text(JsonNode value) {
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }
}

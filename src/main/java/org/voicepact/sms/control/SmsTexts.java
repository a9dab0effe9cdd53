package org.voicepact.sms.control;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Money;

/** The words of the messages. None of them holds another party's number. */
final class SmsTexts {

  static final String NOT_UNDERSTOOD =
      "VoicePact did not understand. To answer a contract send YES-number or NO-number, as YES-AG-2026-000123";

  private static final int LONGEST_PRODUCT = 60;
  private static final int LONGEST_DEADLINE = 30;

  private SmsTexts() {}

  /** What a party is asked to answer. */
  static String terms(Contract contract, ContractVersion version) {
    String code = code(contract);
    String begin = "VoicePact " + contract.id() + (version.number() == 1 ? ": " : " has CHANGED: ");
    return begin
        + String.join(", ", summary(version))
        + ". Reply YES-"
        + code
        + " to confirm or NO-"
        + code
        + " to decline.";
  }

  /** The same for a party that has not answered. */
  static String reminder(Contract contract, ContractVersion version) {
    return "Reminder: " + terms(contract, version);
  }

  private static List<String> summary(ContractVersion version) {
    Terms terms = version.terms();
    List<String> parts = new ArrayList<>();
    parts.add(goods(terms));
    terms.totalAmount().map(SmsTexts::amount).ifPresent(parts::add);
    terms
        .text(Terms.DELIVERY_DEADLINE)
        .map(deadline -> "by " + cut(deadline, LONGEST_DEADLINE))
        .ifPresent(parts::add);
    return parts;
  }

  private static String goods(Terms terms) {
    String product = cut(terms.text(Terms.PRODUCT).orElse("as agreed by phone"), LONGEST_PRODUCT);
    return terms
        .text(Terms.QUANTITY)
        .map(quantity -> quantity
            + terms.text(Terms.UNIT).map(unit -> " " + cut(unit, 20)).orElse("") + " " + product)
        .orElse(product);
  }

  private static String amount(Money money) {
    BigDecimal amount = money.amount();
    String pattern =
        amount.stripTrailingZeros().scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(amount.scale());
    return money.currency().getCurrencyCode()
        + " "
        + new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
  }

  /** The code that answers the current version: from version 2 on it names the version. */
  static String code(Contract contract) {
    return contract.version() == 1
        ? contract.id().value()
        : contract.id() + "-" + contract.version();
  }

  /** A code, and how to do the same from the telephone itself, where that is possible. */
  static String code(CodePurpose purpose, String code) {
    String id = purpose.contractId().orElse("");
    String answer = id + purpose.version().filter(v -> v > 1).map(v -> "-" + v).orElse("");
    String good = " Good for 5 minutes. Give it to nobody.";
    return switch (purpose.action()) {
      case SIGN_IN -> "VoicePact: " + code + " is your code to sign in." + good;
      case CONFIRM ->
        "VoicePact " + id + ": reply YES-" + answer + " to confirm. At a screen, enter " + code
            + "." + good;
      case DECLINE ->
        "VoicePact " + id + ": reply NO-" + answer + " to decline. At a screen, enter " + code + "."
            + good;
      case CANCEL -> "VoicePact " + id + ": " + code + " is your code to cancel it." + good;
      case AMEND -> "VoicePact " + id + ": " + code + " is your code to change its terms." + good;
      case DISCLOSE ->
        "VoicePact " + id + ": " + code + " is your code to see its names and numbers." + good;
    };
  }

  static String confirmedByAll(Contract contract) {
    return "VoicePact " + contract.id() + " is CONFIRMED: all "
        + contract.parties().size() + " parties said yes.";
  }

  static String cancelled(Contract contract, Party by) {
    String how = by.confirmation() == Confirmation.DECLINED ? " declined it." : " cancelled it.";
    return "VoicePact " + contract.id() + " is CANCELLED: the " + by.role().wire() + how;
  }

  static String expired(Contract contract) {
    return "VoicePact " + contract.id() + " has EXPIRED: not every party confirmed in time.";
  }

  static String youConfirmed(Contract contract) {
    return "You confirmed "
        + code(contract)
        + ". "
        + contract.answers(Confirmation.CONFIRMED)
        + " of "
        + contract.parties().size()
        + " parties have confirmed.";
  }

  static String youDeclined(Contract contract) {
    return "You declined " + contract.id() + "; it is cancelled.";
  }

  static String notYours(String contractId) {
    return "There is no contract " + contractId
        + " for your number. Please check the number and send it again.";
  }

  static String hasExpired(String contractId) {
    return contractId
        + " has expired: not every party confirmed in time. Your answer was not counted.";
  }

  static String wasCancelled(String contractId) {
    return contractId + " was cancelled. Your answer was not counted.";
  }

  static String alreadyConfirmed(String contractId) {
    return contractId + " is already confirmed by all parties and cannot be declined any more.";
  }

  /**
   * @param codes of the contracts that wait for the person
   */
  static String whichOne(List<String> codes) {
    Optional<String> first = codes.stream().findFirst();
    return first
        .map(code ->
            "Please send the number with your answer, as YES-" + code + " or NO-" + code + ".")
        .orElse("No contract is waiting for your answer.");
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 2)) + "..";
  }
}

package org.voicepact.sms.control;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.PlainText;
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsCommand.Matter;

/**
 * Reads what is said of deliveries: {@code DELIVERED-id}, also with a quantity, {@code ACCEPT-id} and
 * {@code DISPUTE-id reason}. A quantity is a plain number with at most two decimals behind a point: a comma, or three
 * digits behind a point, may be thousands or parts, and are asked about; so is a number behind a dash, which may be meant
 * as a version.
 */
final class DeliveryCommandParser {

  private static final Map<String, Matter> WORDS = Map.ofEntries(
      Map.entry("DELIVERED", Matter.DELIVERY),
      Map.entry("NIMELETA", Matter.DELIVERY),
      Map.entry("LIVRE", Matter.DELIVERY),
      Map.entry("LIVR\u00C9", Matter.DELIVERY),
      Map.entry("ACCEPT", Matter.ACCEPTANCE),
      Map.entry("NIMEPOKEA", Matter.ACCEPTANCE),
      Map.entry("ACCEPTE", Matter.ACCEPTANCE),
      Map.entry("RECU", Matter.ACCEPTANCE),
      Map.entry("RE\u00C7U", Matter.ACCEPTANCE),
      Map.entry("DISPUTE", Matter.DISPUTE),
      Map.entry("TATIZO", Matter.DISPUTE),
      Map.entry("LITIGE", Matter.DISPUTE));

  private static final String WORD =
      "(?<word>DELIVERED|NIMELETA|LIVR[E\u00C9]|ACCEPTE?|NIMEPOKEA|RE[C\u00C7]U|DISPUTE|TATIZO|LITIGE)";

  private static final Pattern COMMAND = Pattern.compile(
      WORD + "[- ]?" + SmsCommandParser.CONTRACT
          + "(?:[- ](?<claim>[0-9]{1,4}))?(?<rest>[-? ].*+)?",
      Pattern.DOTALL);

  /** The same in the text as it was typed, for what stands behind it. */
  private static final Pattern TYPED = Pattern.compile(
      "[^\\p{L}]*+\\p{L}+[^\\p{L}]*+[A-Z]{2}[^\\p{L}\\p{N}]*+[0-9]{4}[^\\p{L}\\p{N}]*+[0-9]{3,12}+(?<rest>.*+)",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern QUANTITY = Pattern.compile(
      "[\\s:]+(?<number>[0-9]{1,9}(?:\\.[0-9]{1,2})?)\\s*(?<unit>\\p{L}{1,20})?[\\s.!]*");
  private static final int LONGEST_REASON = 500;
  private static final Pattern NOTHING = Pattern.compile("[-.,;:!()\"'\\s]*");

  private DeliveryCommandParser() {}

  /**
   * @param typed the whole text
   * @param squeezed the same as {@link SmsCommandParser} compares it
   * @param cut whether that is not all of it
   * @return empty where it is something else
   */
  static Optional<SmsCommand> parse(String typed, String squeezed, boolean cut) {
    Matcher matcher = COMMAND.matcher(squeezed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    ContractId contract = SmsCommandParser.contract(matcher);
    return Optional.of(
        switch (WORDS.get(matcher.group("word"))) {
          case DELIVERY -> delivered(contract, rest(typed));
          case ACCEPTANCE -> accepted(contract, matcher, cut);
          case DISPUTE -> disputed(contract, rest(typed));
        });
  }

  private static SmsCommand delivered(ContractId contract, String rest) {
    if (NOTHING.matcher(rest).matches()) {
      return new SmsCommand.Deliver(contract, Optional.empty(), Optional.empty());
    }
    Matcher quantity = QUANTITY.matcher(rest);
    return quantity.matches() && isMoreThanNothing(quantity.group("number"))
        ? new SmsCommand.Deliver(
            contract,
            Optional.of(new BigDecimal(quantity.group("number"))),
            Optional.ofNullable(quantity.group("unit")))
        : new SmsCommand.Unclear(Matter.DELIVERY, contract);
  }

  private static boolean isMoreThanNothing(String number) {
    return new BigDecimal(number).signum() > 0;
  }

  private static SmsCommand accepted(ContractId contract, Matcher matcher, boolean cut) {
    if (cut || matcher.group("rest") != null) {
      return new SmsCommand.Unclear(Matter.ACCEPTANCE, contract);
    }
    String claim = matcher.group("claim");
    return new SmsCommand.Accept(contract, claim == null ? 1 : Integer.parseInt(claim));
  }

  private static SmsCommand disputed(ContractId contract, String rest) {
    String own = rest.replaceFirst("^[\\p{P}\\s]+", "").strip().replaceAll("\\s+", " ");
    int kept = Math.min(LONGEST_REASON, own.codePointCount(0, own.length()));
    String reason = PlainText.clean(own.substring(0, own.offsetByCodePoints(0, kept)), false)
        .text();
    return reason.isEmpty()
        ? new SmsCommand.Unclear(Matter.DISPUTE, contract)
        : new SmsCommand.Dispute(contract, reason);
  }

  private static String rest(String typed) {
    Matcher matcher = TYPED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC));
    return matcher.matches() ? matcher.group("rest") : "?";
  }
}

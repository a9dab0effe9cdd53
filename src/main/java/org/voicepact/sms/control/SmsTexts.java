package org.voicepact.sms.control;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;
import org.voicepact.sms.entity.SmsSegments;

/**
 * The words of the messages in one language. None of them holds another party's number. What asks for the terms of a
 * contract is in {@link TermsText}.
 */
final class SmsTexts {

  /** So much of a hash is typed and compared without trouble, and nobody finds another contract with the same. */
  private static final int REFERENCE_DIGITS = 20;

  private static final int MOST_SEGMENTS = 2;

  private static final long LEAST = 2;

  private static final Map<Language, SmsTexts> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new SmsTexts(language));
    }
  }

  private final Texts texts;
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  private SmsTexts(Language language) {
    this.texts = new Texts("org.voicepact.sms.messages", language);
    symbols.setGroupingSeparator(texts.get("number.group").charAt(0));
    symbols.setDecimalSeparator(texts.get("number.point").charAt(0));
  }

  static SmsTexts in(Language language) {
    return ALL.get(language);
  }

  /** A text of the catalogue as it leaves, where it needs no more than what it is given. */
  String text(String key, Object... arguments) {
    return Gsm7.normalised(texts.get(key, arguments));
  }

  String amount(Money money) {
    BigDecimal amount = money.amount();
    String pattern =
        amount.stripTrailingZeros().scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(amount.scale());
    return text(
        "amount",
        money.currency().getCurrencyCode(),
        new DecimalFormat(pattern, symbols).format(amount));
  }

  /** How long something takes, in a unit of which it has two or more. */
  String time(Duration time) {
    if (time.toDays() >= LEAST) {
      return text("time.days", time.toDays());
    }
    if (time.toHours() >= LEAST) {
      return text("time.hours", time.toHours());
    }
    return time.toMinutes() >= LEAST
        ? text("time.minutes", time.toMinutes())
        : text("time.seconds", time.toSeconds());
  }

  /** What answers the current version: from version 2 on it names the version. */
  static String code(Contract contract) {
    return contract.version() == 1
        ? contract.id().value()
        : contract.id() + "-" + contract.version();
  }

  /** A one-time code, and how to do the same from the telephone itself, where that is possible. */
  String code(CodePurpose purpose, String code) {
    String id = purpose.contractId().orElse("");
    return text(
        "code." + purpose.action().name().toLowerCase(Locale.ROOT),
        code,
        id,
        id + purpose.version().filter(v -> v > 1).map(v -> "-" + v).orElse(""));
  }

  /**
   * With the beginning of the hash, so that each party's own telephone keeps what was agreed. The seller learns as well
   * how to say that the goods are there, or that it is too early for that.
   *
   * @param waits whether the contract is not in force yet, because its price is not held
   */
  String confirmedByAll(Contract contract, ContractVersion version, Party reader, boolean waits) {
    String forSeller = waits ? "confirmed.seller.waits" : "confirmed.seller";
    return text(
        reader.role() == Role.SELLER ? forSeller : "confirmed.all",
        contract.id(),
        contract.parties().size(),
        version.hash().substring(0, REFERENCE_DIGITS));
  }

  /**
   * @param by the party that ended it; empty where the office did
   */
  String cancelled(Contract contract, Optional<Party> by) {
    if (by.isEmpty()) {
      return text("cancelled.office", contract.id());
    }
    String how = by.get().confirmation() == Confirmation.DECLINED ? "declined" : "cancelled";
    return text(
        "cancelled." + how, contract.id(), text("role." + by.get().role().wire()));
  }

  String expired(Contract contract) {
    return text("expired", contract.id());
  }

  String youConfirmed(Contract contract) {
    return text(
        "you.confirmed",
        code(contract),
        contract.answers(Confirmation.CONFIRMED),
        contract.parties().size());
  }

  String youDeclined(Contract contract) {
    return text("you.declined", contract.id());
  }

  String notYours(String contractId) {
    return text("refused.unknown", contractId);
  }

  String hasExpired(String contractId) {
    return text("refused.expired", contractId);
  }

  String wasCancelled(String contractId) {
    return text("refused.cancelled", contractId);
  }

  String alreadyConfirmed(String contractId) {
    return text("refused.confirmed", contractId);
  }

  /**
   * @param codes of the contracts that wait for the person
   */
  String whichOne(List<String> codes) {
    Optional<String> first = codes.stream().findFirst();
    return first.map(code -> text("which", code)).orElseGet(() -> text("which.none"));
  }

  /** How far a contract has come, and what the party can do. */
  String status(Contract contract, Party asking) {
    if (contract.status() == ContractStatus.ACTIVE) {
      return active(contract, asking);
    }
    if (contract.status() != ContractStatus.PENDING) {
      return text("status.other", contract.id(), word(contract.status()));
    }
    return text(
        asking.confirmation() == Confirmation.PENDING ? "status.open" : "status.answered",
        contract.id(),
        contract.answers(Confirmation.CONFIRMED),
        contract.parties().size(),
        code(contract));
  }

  private String active(Contract contract, Party asking) {
    Optional<Delivery> open = contract.fulfilment().open();
    if (asking.role() == Role.SELLER) {
      return text(open.isPresent() ? "status.claimed" : "status.seller", contract.id());
    }
    if (asking.role() == Role.BUYER && open.isPresent()) {
      int claim = open.get().number();
      return text(
          "status.buyer", contract.id(), claim == 1 ? contract.id() : contract.id() + "-" + claim);
    }
    return text("status.other", contract.id(), word(contract.status()));
  }

  /**
   * As many contracts as go into two segments.
   *
   * @param newest with their statuses, the newest first
   * @param all how many there are, those that are not among them as well
   */
  String list(List<Listed> newest, long all) {
    if (newest.isEmpty()) {
      return text("list.none");
    }
    for (int shown = newest.size(); shown > 1; shown--) {
      String list = listed(newest.subList(0, shown), all - shown);
      if (SmsSegments.count(list) <= MOST_SEGMENTS) {
        return list;
      }
    }
    return listed(newest.subList(0, 1), all - 1);
  }

  /** A contract of a list. */
  record Listed(String contractId, ContractStatus status) {}

  private String listed(List<Listed> shown, long more) {
    String contracts = shown.stream()
        .map(each -> each.contractId() + " " + word(each.status()))
        .reduce((one, next) -> one + ", " + next)
        .orElseThrow();
    return text("list", more > 0 ? contracts + ", " + text("list.more", more) : contracts);
  }

  private String word(ContractStatus status) {
    return text("word." + status.wire());
  }
}

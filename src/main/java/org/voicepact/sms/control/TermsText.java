package org.voicepact.sms.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.sms.entity.SmsSegments;

/**
 * What a party is asked to answer, in two segments at most. What does not fit is shortened in this order: the product,
 * the deadline, which is left out, letters that GSM 03.38 does not have, and the mediator's name. The number of the contract, the
 * quantity, the amount and the way to answer are always whole, and that there is a mediator is always said.
 */
final class TermsText {

  private static final int MOST_SEGMENTS = 2;
  private static final int LONGEST_PRODUCT = 60;
  /** A shorter product says too little. */
  private static final int SHORTEST_PRODUCT = 12;

  private static final int LONGEST_DEADLINE = 30;
  private static final int LONGEST_UNIT = 20;
  private static final int LONGEST_MEDIATOR = 24;

  private final SmsTexts texts;
  private final Contract contract;
  private final ContractVersion version;
  private final Terms terms;
  private final String key;
  private final UnaryOperator<String> words;

  /**
   * @param key of the text that asks
   * @param words what becomes of the words that a caller wrote, before they are shortened
   */
  private TermsText(
      SmsTexts texts,
      Contract contract,
      ContractVersion version,
      String key,
      UnaryOperator<String> words) {
    this.texts = texts;
    this.contract = contract;
    this.version = version;
    this.terms = version.terms();
    this.key = key;
    this.words = words;
  }

  /** For somebody who knows us. */
  static String of(SmsTexts texts, Contract contract, ContractVersion version) {
    return new TermsText(texts, contract, version, key(version), Gsm7::normalised).fitting();
  }

  /** For a number that has neither written nor been written to: without anything to call or to open. */
  static String first(SmsTexts texts, Contract contract, ContractVersion version) {
    return new TermsText(texts, contract, version, key(version), TermsText::careful).fitting();
  }

  /** For somebody who was asked and has not answered; nothing to call or to open is repeated to them. */
  static String reminder(SmsTexts texts, Contract contract, ContractVersion version) {
    return new TermsText(texts, contract, version, "terms.reminder", TermsText::careful).fitting();
  }

  private static String key(ContractVersion version) {
    return version.number() == 1 ? "terms" : "terms.changed";
  }

  private static String careful(String written) {
    return FirstMessage.cleaned(Gsm7.normalised(written));
  }

  /**
   * What a text has.
   *
   * @param letters what becomes of those that GSM 03.38 does not have
   * @param mediator the longest name of the mediator; 0 for none
   */
  private record Shape(UnaryOperator<String> letters, boolean deadline, int mediator) {}

  private static final List<Shape> SHAPES = List.of(
      new Shape(UnaryOperator.identity(), true, LONGEST_MEDIATOR),
      new Shape(UnaryOperator.identity(), false, LONGEST_MEDIATOR),
      new Shape(Gsm7::nearest, true, LONGEST_MEDIATOR),
      new Shape(Gsm7::nearest, false, LONGEST_MEDIATOR),
      new Shape(Gsm7::nearest, false, 0));

  private String fitting() {
    return SHAPES.stream()
        .flatMap(shape -> shortened(shape).stream())
        .findFirst()
        .orElseThrow();
  }

  /** With as much of the product as fits; empty where too little of it does. */
  private Optional<String> shortened(Shape shape) {
    for (int product = LONGEST_PRODUCT; product >= SHORTEST_PRODUCT; product--) {
      String text = text(shape, product);
      if (SmsSegments.count(text) <= MOST_SEGMENTS) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private String text(Shape shape, int product) {
    List<String> parts = new ArrayList<>();
    parts.add(goods(shape.letters(), product));
    terms.totalAmount().map(texts::amount).ifPresent(parts::add);
    written(Terms.DELIVERY_DEADLINE, shape.letters())
        .filter(any -> shape.deadline())
        .map(date -> texts.text("terms.deadline", cut(date, LONGEST_DEADLINE)))
        .ifPresent(parts::add);
    mediator(shape).ifPresent(parts::add);
    return texts.text(key, contract.id(), String.join(", ", parts), SmsTexts.code(contract));
  }

  /** Who decides a dispute is part of what one says yes to. */
  private Optional<String> mediator(Shape shape) {
    return contract.parties().stream()
        .filter(party -> party.role() == Role.MEDIATOR)
        .findFirst()
        .map(party -> party
            .name()
            .map(words)
            .map(shape.letters())
            .map(String::strip)
            .filter(name -> !name.isEmpty() && shape.mediator() > 0)
            .map(name -> texts.text("terms.mediator", cut(name, shape.mediator())))
            .orElseGet(() -> texts.text("terms.mediated")));
  }

  private String goods(UnaryOperator<String> letters, int longest) {
    String product = written(Terms.PRODUCT, letters)
        .map(named -> cut(named, longest))
        .orElseGet(() -> texts.text("terms.unnamed"));
    String unit = written(Terms.UNIT, letters)
        .map(named -> " " + cut(named, LONGEST_UNIT))
        .orElse("");
    return terms
        .text(Terms.QUANTITY)
        .map(quantity -> quantity + unit + " " + product)
        .orElse(product);
  }

  private Optional<String> written(String member, UnaryOperator<String> letters) {
    return terms
        .text(member)
        .map(words)
        .map(letters)
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty());
  }

  static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 2)) + "..";
  }
}

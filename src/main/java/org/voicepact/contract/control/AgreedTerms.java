package org.voicepact.contract.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PlainDecimal;

/** Terms as people read them: a name and a value in each line, the known ones first. */
final class AgreedTerms {

  private final Terms terms;
  private final ContractWords words;
  private final List<List<String>> lines = new ArrayList<>();

  private AgreedTerms(Terms terms, ContractWords words) {
    this.terms = terms;
    this.words = words;
  }

  static List<List<String>> lines(Terms terms, ContractWords words) {
    AgreedTerms agreed = new AgreedTerms(terms, words);
    Terms.PUBLISHED.forEach(agreed::addKnown);
    terms.members().properties().stream()
        .filter(member -> !Terms.PUBLISHED.contains(member.getKey()))
        .forEach(member -> agreed.addFree(member.getKey(), member.getValue()));
    return agreed.lines;
  }

  /** The quantity has its unit beside it, each amount its currency. */
  private void addKnown(String member) {
    Optional<String> value = switch (member) {
      case Terms.CURRENCY, Terms.UNIT -> Optional.empty();
      case Terms.QUANTITY -> words.quantity(terms);
      case Terms.UNIT_PRICE, Terms.TOTAL_AMOUNT, Terms.UPFRONT_PAYMENT -> amount(member);
      default -> terms.text(member);
    };
    value.ifPresent(text -> lines.add(List.of(words.term(member), text)));
  }

  private Optional<String> amount(String member) {
    return Optional.of(terms.members().path(member))
        .filter(JsonNode::isNumber)
        .map(number -> words.amount(new Money(number.decimalValue(), terms.currency())));
  }

  /**
   * @param name with the names of what it stands in before it
   */
  private void addFree(String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(member -> addFree(name + " / " + member.getKey(), member.getValue()));
    } else if (value.isArray() && hasInside(value)) {
      for (int i = 0; i < value.size(); i++) {
        addFree(name + " / " + (i + 1), value.get(i));
      }
    } else if (value.isArray()) {
      lines.add(List.of(name, list(value)));
    } else {
      lines.add(List.of(name, text(value)));
    }
  }

  private static boolean hasInside(JsonNode array) {
    return elements(array).stream().anyMatch(JsonNode::isContainerNode);
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private String list(JsonNode array) {
    return elements(array).stream().map(this::text).collect(Collectors.joining("; "));
  }

  private String text(JsonNode value) {
    if (value.isNumber()) {
      return PlainDecimal.spelled(value.decimalValue());
    }
    return value.isBoolean() ? words.yesOrNo(value.booleanValue()) : value.asText();
  }
}

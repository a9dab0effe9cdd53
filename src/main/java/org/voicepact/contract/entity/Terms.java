package org.voicepact.contract.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PlainDecimal;

/**
 * What was agreed, already cleaned: texts in their one spelling, no nulls, money with the currency's
 * minor digits. Beside the members known here there may be others, whose names and values are free.
 *
 * @param currency of every amount in the terms
 * @param members the terms as the API shows them, numbers as JSON numbers, without the currency
 */
public record Terms(Currency currency, ObjectNode members) {

  public static final String PRODUCT = "product";
  public static final String QUANTITY = "quantity";
  public static final String UNIT = "unit";
  public static final String UNIT_PRICE = "unit_price";
  public static final String TOTAL_AMOUNT = "total_amount";
  public static final String UPFRONT_PAYMENT = "upfront_payment";
  public static final String CURRENCY = "currency";
  public static final String DELIVERY_LOCATION = "delivery_location";
  public static final String DELIVERY_DEADLINE = "delivery_deadline";
  public static final String QUALITY_REQUIREMENTS = "quality_requirements";

  /** The members that are amounts of money. */
  public static final List<String> AMOUNTS = List.of(UNIT_PRICE, TOTAL_AMOUNT, UPFRONT_PAYMENT);

  /** The members that the published API has at the top of a request. */
  public static final List<String> PUBLISHED = List.of(
      PRODUCT,
      QUANTITY,
      UNIT,
      UNIT_PRICE,
      TOTAL_AMOUNT,
      UPFRONT_PAYMENT,
      CURRENCY,
      DELIVERY_LOCATION,
      DELIVERY_DEADLINE,
      QUALITY_REQUIREMENTS);

  /** Whether both say the same, that is, have the same canonical form. */
  public boolean means(Terms other) {
    return currency.equals(other.currency) && canonical().equals(other.canonical());
  }

  /** The terms as they are stored and shown. */
  public String json() {
    return Json.write(members);
  }

  public static Terms ofJson(Currency currency, String json) {
    return new Terms(currency, (ObjectNode) Json.read(json));
  }

  public Optional<Money> totalAmount() {
    return members.hasNonNull(TOTAL_AMOUNT)
        ? Optional.of(new Money(members.get(TOTAL_AMOUNT).decimalValue(), currency))
        : Optional.empty();
  }

  /** How much is owed, where it is said in a number. */
  public Optional<BigDecimal> quantity() {
    return Optional.of(members.path(QUANTITY))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }

  /** A member in words, numbers in their one spelling. */
  public Optional<String> text(String member) {
    return members.hasNonNull(member)
        ? Optional.of(spelled(members.get(member)).asText())
        : Optional.empty();
  }

  /**
   * The terms as the hash covers them: each number a text in its one spelling, money with exactly the
   * currency's minor digits.
   */
  public ObjectNode canonical() {
    ObjectNode canonical = JsonNodeFactory.instance.objectNode();
    members
        .fields()
        .forEachRemaining(member -> canonical.set(
            member.getKey(),
            AMOUNTS.contains(member.getKey())
                ? JsonNodeFactory.instance.textNode(amount(member.getValue().decimalValue()))
                : spelled(member.getValue())));
    return canonical;
  }

  private String amount(BigDecimal number) {
    return new Money(number, currency).amount().toPlainString();
  }

  private static JsonNode spelled(JsonNode node) {
    if (node.isNumber()) {
      return JsonNodeFactory.instance.textNode(PlainDecimal.spelled(node.decimalValue()));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(spelled(element)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .fields()
          .forEachRemaining(member -> copy.set(member.getKey(), spelled(member.getValue())));
      return copy;
    }
    return node;
  }
}

package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Map;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.platform.entity.Json;

/**
 * What the API, messages and certificates show of a version: columns beside the canonical form that was hashed.
 *
 * @param type of the contract, as its table names it
 * @param terms as JSON, with numbers where the canonical form has texts
 * @param totalAmount null where the terms name none
 * @param product null where the terms name none
 */
record ShownVersion(
    String type,
    Instant createdAt,
    Instant expiresAt,
    String currency,
    String terms,
    BigDecimal totalAmount,
    String product) {

  /** All that is read, of {@code contract_version v} and {@code contract c}. */
  static final String COLUMNS = "c.type, c.created_at AS contract_created_at, v.expires_at,"
      + " v.currency, v.terms, v.total_amount, v.product";

  static ShownVersion read(ResultSet row) throws SQLException {
    return new ShownVersion(
        row.getString("type"),
        row.getObject("contract_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("currency"),
        row.getString("terms"),
        row.getBigDecimal("total_amount"),
        row.getString("product"));
  }

  /**
   * @throws DoesNotHold where they say something else than the canonical form
   */
  void requireLike(ContractDocument version) {
    unless(version.type().equalsIgnoreCase(type), "contract says another type");
    unless(version.createdAt().equals(createdAt), "contract says another created_at");
    unless(version.expiresAt().equals(expiresAt), "its expires_at is not what was hashed");
    unless(version.currency().equals(currency), "its currency is not what was hashed");
    unless(isLike(read(terms), version.terms()), "its terms are not what was hashed");
    JsonNode amount = version.terms().path("total_amount");
    unless(
        amount.isMissingNode() ? totalAmount == null : isSameNumber(totalAmount, amount),
        "its total_amount is not what was hashed");
    JsonNode named = version.terms().path("product");
    unless(
        named.isMissingNode() ? isNoProduct() : named.asText().equals(product),
        "its product is not what was hashed");
  }

  private static JsonNode read(String json) {
    try {
      return Json.read(json);
    } catch (UncheckedIOException e) {
      throw new DoesNotHold("its terms are no JSON");
    }
  }

  /** The column is younger than the oldest contracts, whose first product within other terms it got. */
  private boolean isNoProduct() {
    return product == null || terms.contains("\"product\":\"" + product);
  }

  private static boolean isLike(JsonNode shown, JsonNode hashed) {
    if (shown.isNumber()) {
      return isSameNumber(shown.decimalValue(), hashed);
    }
    if (shown.isContainerNode() && shown.size() == hashed.size()) {
      return shown.isArray() ? areElementsLike(shown, hashed) : areMembersLike(shown, hashed);
    }
    return shown.equals(hashed);
  }

  private static boolean areElementsLike(JsonNode shown, JsonNode hashed) {
    Iterator<JsonNode> others = hashed.elements();
    for (JsonNode element : shown) {
      if (!isLike(element, others.next())) {
        return false;
      }
    }
    return hashed.isArray();
  }

  private static boolean areMembersLike(JsonNode shown, JsonNode hashed) {
    for (Map.Entry<String, JsonNode> member : shown.properties()) {
      if (!isLike(member.getValue(), hashed.path(member.getKey()))) {
        return false;
      }
    }
    return hashed.isObject();
  }

  private static boolean isSameNumber(BigDecimal shown, JsonNode hashed) {
    try {
      return shown != null && new BigDecimal(hashed.asText()).compareTo(shown) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

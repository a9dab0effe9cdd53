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
import java.util.Optional;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.platform.entity.Json;

/**
 * What the API, messages and certificates show of a version: columns beside the canonical form that was hashed.
 *
 * @param presentExpiresAt of the contract itself, where this is its present version
 * @param type of the contract, as its table names it
 * @param terms as JSON, with numbers where the canonical form has texts
 * @param totalAmount null where the terms name none
 * @param product null where the terms name none
 */
record ShownVersion(
    String type,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> presentExpiresAt,
    String currency,
    String terms,
    BigDecimal totalAmount,
    String product) {

  private static final String PRODUCT = "\"product\":\"";

  /** All that is read, of {@code contract_version v} and {@code contract c}. */
  static final String COLUMNS = "c.type, c.created_at AS contract_created_at, v.expires_at,"
      + " CASE WHEN c.version = v.number THEN c.expires_at END AS present_expires_at,"
      + " v.currency, v.terms, v.total_amount, v.product";

  static ShownVersion read(ResultSet row) throws SQLException {
    return new ShownVersion(
        row.getString("type"),
        row.getObject("contract_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("present_expires_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
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
    unless(
        presentExpiresAt.filter(present -> !present.equals(version.expiresAt())).isEmpty(),
        "contract says another expires_at");
    unless(version.currency().equals(currency), "its currency is not what was hashed");
    unless(isLike(read(terms), version.terms()), "its terms are not what was hashed");
    JsonNode amount = version.terms().path("total_amount");
    unless(
        amount.isMissingNode() ? totalAmount == null : isSameNumber(totalAmount, amount),
        "its total_amount is not what was hashed");
    JsonNode named = version.terms().path("product");
    unless(
        (named.isMissingNode() ? product == null : named.asText().equals(product))
            || (product != null && product.equals(productOfOlder())),
        "its product is not what was hashed");
  }

  private static JsonNode read(String json) {
    try {
      return Json.read(json);
    } catch (UncheckedIOException e) {
      throw new DoesNotHold("its terms are no JSON");
    }
  }

  /**
   * What contracts that are older than the column got: the first thing in their terms that is called a product, up to the
   * first quote within it; null where there is none.
   */
  private String productOfOlder() {
    int start = terms.indexOf(PRODUCT);
    int end = terms.indexOf('"', start + PRODUCT.length());
    return start < 0 || end < 0 ? null : terms.substring(start + PRODUCT.length(), end);
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

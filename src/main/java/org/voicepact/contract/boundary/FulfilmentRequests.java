package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Reads the bodies of requests by which a contract is carried out. Each method fails with all faults at once; the
 * records of the same names are their documentation.
 */
@Singleton
public class FulfilmentRequests {

  private static final int LONGEST_WORDS = 500;
  private static final String PHONE_NUMBER = "phone_number";
  private static final String VERSION = "version";
  private static final String SELLER_AMOUNT = "seller_amount";

  private final PhoneNumbers phones;

  @Inject
  public FulfilmentRequests(PhoneNumbers phones) {
    this.phones = phones;
  }

  /** {@code POST …/delivery}. */
  @Schema(name = "DeliveryRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record DeliveryDocument(
      @Schema(required = true, description = "Of the seller", examples = "+254712345678")
      String phoneNumber,

      @Schema(
          description = "In the unit of the terms; all that is still owed where it is absent",
          examples = "40")
      BigDecimal quantity,

      @Schema(maxLength = LONGEST_WORDS, examples = "Two lorries came")
      String note,

      @Schema(description = ContractRequestDocuments.VERSION, examples = "1")
      Integer version,

      @Schema(description = ContractRequestDocuments.CODE, pattern = "^[0-9]{6}$")
      String code) {}

  /** What came with {@link DeliveryDocument}. */
  record Delivered(Claim claim, Claimed claimed) {}

  Delivered delivery(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    Optional<Claim> claim = claim(fields, "quantity", "note");
    Optional<BigDecimal> quantity = fields.positive("quantity");
    Optional<String> note = fields.text("note", LONGEST_WORDS);
    fields.check();
    return new Delivered(claim.orElseThrow(), new Claimed(quantity, note));
  }

  /** {@code POST …/accept}. */
  @Schema(name = "AcceptRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record AcceptDocument(
      @Schema(required = true, description = "Of the buyer", examples = "+254722000111")
      String phoneNumber,

      @Schema(description = "The number of the delivery; the last one where it is absent")
      Integer claim,

      @Schema(description = ContractRequestDocuments.VERSION, examples = "1")
      Integer version,

      @Schema(description = ContractRequestDocuments.CODE, pattern = "^[0-9]{6}$")
      String code) {}

  /**
   * What came with {@link AcceptDocument}.
   *
   * @param number of the delivery, where one is named
   */
  record Accepted(Claim claim, Optional<Integer> number) {}

  Accepted acceptance(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    Optional<Claim> claim = claim(fields, "claim");
    Optional<Integer> number = fields.count("claim");
    fields.check();
    return new Accepted(claim.orElseThrow(), number);
  }

  /** {@code POST …/dispute}. */
  @Schema(name = "DisputeRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record DisputeDocument(
      @Schema(required = true, description = "Of buyer or seller", examples = "+254722000111")
      String phoneNumber,

      @Schema(required = true, maxLength = LONGEST_WORDS, examples = "Half of the bags are wet")
      String reason,

      @Schema(description = ContractRequestDocuments.VERSION, examples = "1")
      Integer version,

      @Schema(description = ContractRequestDocuments.CODE, pattern = "^[0-9]{6}$")
      String code) {}

  /** What came with {@link DisputeDocument}. */
  record Disputed(Claim claim, String reason) {}

  Disputed dispute(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    Optional<Claim> claim = claim(fields, "reason");
    String reason = fields.requiredText("reason", LONGEST_WORDS);
    fields.check();
    return new Disputed(claim.orElseThrow(), reason);
  }

  /** {@code POST …/resolve}. */
  @Schema(name = "ResolveRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record ResolveDocument(
      @Schema(
          description = "Of the mediator; absent where an administrator decides",
          examples = "+254733000222")
      String phoneNumber,

      @Schema(required = true) Outcome outcome,

      @Schema(
          description =
              "Where money is held and is to be divided: how much the seller gets; the buyer gets the rest. Without it"
                  + " the seller gets all of it (completed), or the buyer (cancelled)",
          examples = "175000")
      BigDecimal sellerAmount,

      @Schema(
          required = true,
          maxLength = LONGEST_WORDS,
          examples = "Both have agreed to half the price")
      String reason,

      @Schema(description = ContractRequestDocuments.VERSION, examples = "1")
      Integer version,

      @Schema(
          description =
              "What was sent to the number; without it such a request is answered 202 and sends one, unless it comes with"
                  + " the mediator's token",
          pattern = "^[0-9]{6}$")
      String code) {}

  /**
   * What came with {@link ResolveDocument}.
   *
   * @param claim of the mediator; empty where an administrator decides
   * @param version that the administrator named, where one did
   */
  record Resolved(Optional<Claim> claim, Optional<Integer> version, Decision decision) {}

  /**
   * @param isOperator whether the caller need not be a party
   */
  Resolved resolution(InputStream body, boolean isOperator) {
    JsonFields fields = JsonFields.read(body);
    boolean byOperator = isOperator && !fields.mentions(PhoneFields.memberOf(fields));
    Optional<Claim> claim = Optional.empty();
    Optional<Integer> version = Optional.empty();
    if (byOperator) {
      fields.refuseOthers(List.of("outcome", SELLER_AMOUNT, "reason", VERSION));
      version = fields.count(VERSION);
    } else {
      claim = claim(fields, "outcome", SELLER_AMOUNT, "reason");
    }
    Optional<Outcome> outcome = fields.value("outcome", Outcome.class);
    if (outcome.isEmpty()) {
      fields.refuseOnce("outcome", "is required");
    }
    Optional<BigDecimal> sellerAmount = fields.positive(SELLER_AMOUNT);
    String reason = fields.requiredText("reason", LONGEST_WORDS);
    fields.check();
    return new Resolved(claim, version, new Decision(outcome.orElseThrow(), sellerAmount, reason));
  }

  /** Who acts on which version, with what code; other members than these and the others named are refused. */
  private Optional<Claim> claim(JsonFields fields, String... others) {
    Stream<String> common = Stream.of(PHONE_NUMBER, "phone", VERSION, CodeSent.MEMBER);
    fields.refuseOthers(Stream.concat(common, Stream.of(others)).toList());
    Optional<PhoneNumber> phone = PhoneFields.required(fields, phones);
    Optional<Integer> version = fields.count(VERSION);
    Optional<String> code = fields.text(CodeSent.MEMBER, CodeSent.LONGEST_CODE);
    return phone.map(number -> new Claim(number, version, code));
  }
}

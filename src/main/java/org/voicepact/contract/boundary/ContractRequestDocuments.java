package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.platform.entity.Language;

/** The forms of the bodies that {@link ContractRequests} reads, for the documentation of the API. */
final class ContractRequestDocuments {

  static final String CODE =
      "What was sent to the number, where PARTY_PROOF=otp; without it such a request is answered 202 and sends one";

  static final String VERSION = "409 where it is not the current one";

  private static final String LANGUAGE =
      "Of the certificate, and of the messages to parties for whom none is named; no part of what is hashed";

  private ContractRequestDocuments() {}

  /** {@code POST /contracts/create}. */
  @Schema(name = "CreateRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Create(
      @Schema(
          required = true,
          maxLength = 20_000,
          description = "The words in which the deal was made")
      String transcript,

      @Schema(defaultValue = "agricultural_supply") ContractType contractType,
      @Schema(defaultValue = "en", description = LANGUAGE) Language language,
      @Schema(required = true, minItems = 2, maxItems = 20) List<PartyRequest> parties,
      TermsDocument terms) {}

  /** {@code POST /contracts/create/manual}. */
  @Schema(name = "CreateManualRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record CreateManual(
      @Schema(required = true, maxLength = 200, examples = "Maize, grade 1")
      String product,

      @Schema(examples = "100") BigDecimal quantity,
      @Schema(maxLength = 50, examples = "bags of 90 kg") String unit,
      @Schema(examples = "3500") BigDecimal unitPrice,
      @Schema(required = true, examples = "350000") BigDecimal totalAmount,
      BigDecimal upfrontPayment,

      @Schema(defaultValue = "KES", pattern = "^[A-Za-z]{3}$")
      String currency,

      @Schema(maxLength = 200, examples = "Nakuru") String deliveryLocation,
      @Schema(maxLength = 100, examples = "2026-12-31") String deliveryDeadline,
      @Schema(maxLength = 1000) String qualityRequirements,
      @Schema(defaultValue = "agricultural_supply") ContractType contractType,
      @Schema(defaultValue = "en", description = LANGUAGE) Language language,
      @Schema(required = true, minItems = 2, maxItems = 20) List<PartyRequest> parties,

      @Schema(description = "More of what was agreed, by names of your own")
      TermsDocument terms) {}

  /** {@code POST …/confirm} and {@code …/decline}. */
  @Schema(name = "AnswerRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Answer(
      @Schema(
          description = "The full number of the party; also read from the query",
          examples = "+254712345678")
      String phoneNumber,

      @Schema(description = VERSION, examples = "1") Integer version,

      @Schema(description = CODE, pattern = "^[0-9]{6}$") String code) {}

  /** {@code POST …/disclosure}. */
  @Schema(name = "DisclosureRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Disclosure(
      @Schema(required = true, examples = "+254712345678") String phoneNumber,
      @Schema(description = CODE, pattern = "^[0-9]{6}$") String code) {}

  /** {@code POST …/cancel}. */
  @Schema(name = "CancelRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Cancel(
      @Schema(
          description = "Of the party; absent where somebody in the office cancels",
          examples = "+254712345678")
      String phoneNumber,

      @Schema(required = true, maxLength = 500, examples = "The truck broke down")
      String reason,

      @Schema(description = CODE, pattern = "^[0-9]{6}$") String code) {}

  /** {@code PUT /contracts/{id}}. */
  @Schema(
      name = "AmendRequest",
      description = "Terms may also stand beside phone_number instead of inside terms")
  @JsonNaming(SnakeCaseStrategy.class)
  record Amend(
      @Schema(required = true, examples = "+254712345678") String phoneNumber,

      @Schema(description = "The version that the new terms were made from")
      Integer version,

      @Schema(description = CODE, pattern = "^[0-9]{6}$") String code,

      @Schema(description = "A member that is named replaces, null removes, all others stay")
      TermsDocument terms) {}
}

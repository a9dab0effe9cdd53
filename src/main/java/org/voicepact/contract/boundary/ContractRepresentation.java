package org.voicepact.contract.boundary;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.entity.Awaited;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.evidence.entity.HashAlgorithm;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** A contract as the API shows it. */
@Schema(name = "Contract")
@JsonNaming(SnakeCaseStrategy.class)
record ContractRepresentation(
    @Schema(required = true, examples = "AG-2026-000123") String contractId,
    @Schema(required = true) ContractType contractType,

    @Schema(required = true, description = "Of its certificate")
    Language language,

    @Schema(required = true) ContractStatus status,
    @Schema(required = true) Instant createdAt,

    @Schema(required = true, description = "When it ends unless all have confirmed")
    Instant expiresAt,

    Instant confirmedAt,
    String cancelReason,

    @Schema(description = "Since when names, numbers and words are no longer known")
    Instant personalDataErasedAt,

    @Schema(description = "With the currency's minor digits; absent where the terms have none")
    BigDecimal totalAmount,

    @Schema(required = true, examples = "KES") String currency,

    @Schema(required = true, implementation = TermsDocument.class) @JsonRawValue
    String terms,

    @Schema(required = true) List<PartyRepresentation> parties,

    @Schema(
        required = true,
        description = "Of the canonical bytes, in lower-case hex",
        pattern = "^[0-9a-f]{64}$")
    String contractHash,

    @Schema(required = true) HashAlgorithm hashAlgorithm,

    @Schema(required = true, description = "From 1 on; each amendment makes a new one")
    int version,

    @Schema(description = "Absent where it is over") AwaitedRepresentation waitsFor,

    @Schema(description = "Absent until something was claimed, and in lists")
    DeliveryRepresentation delivery,

    @Schema(description = "Absent where there was none, and in lists")
    DisputeRepresentation dispute) {

  /** A party as the API shows it. */
  @Schema(name = "Party")
  @JsonNaming(SnakeCaseStrategy.class)
  record PartyRepresentation(
      @Schema(description = "Absent where none was named, and once it was erased")
      String name,

      @Schema(required = true) Role role,

      @Schema(
          description =
              "With its middle hidden, but for a caller who names it in full; absent once it was erased",
          examples = "+2547****5678")
      String phoneNumber,

      @Schema(description = "The language that the request asked for; absent where it named none")
      Language language,

      @Schema(required = true) Confirmation confirmation,
      Instant answeredAt) {

    static PartyRepresentation of(Party party, Function<PhoneNumber, String> phone) {
      return new PartyRepresentation(
          party.name().orElse(null),
          party.role(),
          party.phone().map(phone).orElse(null),
          party.language().orElse(null),
          party.confirmation(),
          party.answeredAt().orElse(null));
    }
  }

  /** What has to be done next. */
  @Schema(name = "AwaitedAct")
  @JsonNaming(SnakeCaseStrategy.class)
  record AwaitedRepresentation(
      @Schema(
          required = true,
          description =
              "The buyer’s payment puts a confirmed contract into force, where the price has to be held")
      Awaited.Act act,

      @Schema(
          required = true,
          description =
              "Whose turn it is; empty where the office decides, which it may also in place of a mediator")
      List<Role> roles,

      @Schema(
          description =
              "When the wait ends by itself: then the contract has expired, or the delivery counts as accepted")
      Instant until) {

    static AwaitedRepresentation of(Awaited awaited) {
      return new AwaitedRepresentation(
          awaited.act(), awaited.by(), awaited.until().orElse(null));
    }
  }

  /**
   * @param phone how numbers are shown to this caller
   */
  static ContractRepresentation of(ContractView view, Function<PhoneNumber, String> phone) {
    Contract contract = view.contract();
    return of(
        view,
        phone,
        DeliveryRepresentation.of(contract.fulfilment()).orElse(null),
        contract.dispute().map(DisputeRepresentation::of).orElse(null));
  }

  /** As one of many, without what would have to be looked up for each. */
  static ContractRepresentation listed(ContractView view, Function<PhoneNumber, String> phone) {
    return of(view, phone, null, null);
  }

  private static ContractRepresentation of(
      ContractView view,
      Function<PhoneNumber, String> phone,
      DeliveryRepresentation delivery,
      DisputeRepresentation dispute) {
    Contract contract = view.contract();
    ContractVersion version = view.current();
    return new ContractRepresentation(
        contract.id().value(),
        contract.type(),
        contract.language(),
        contract.status(),
        contract.createdAt(),
        contract.expiresAt(),
        contract.confirmedAt().orElse(null),
        contract.cancelReason().orElse(null),
        contract.personalDataErasedAt().orElse(null),
        version.totalAmount().map(Money::amount).orElse(null),
        version.currency(),
        version.termsJson(),
        contract.parties().stream()
            .map(party -> PartyRepresentation.of(party, phone))
            .toList(),
        version.hash(),
        version.hashAlgorithm(),
        version.number(),
        Awaited.of(contract).map(AwaitedRepresentation::of).orElse(null),
        delivery,
        dispute);
  }
}

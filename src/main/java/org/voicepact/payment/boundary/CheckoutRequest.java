package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** Reads the body of a checkout, and fails with all its faults at once. */
@Singleton
public class CheckoutRequest {

  private static final int LONGEST_WORD = 30;
  private static final String CONTRACT_ID = "contract_id";
  private static final String PAYMENT_TYPE = "payment_type";
  private static final String ESCROW = "escrow";

  private final PhoneNumbers phones;
  private final Currency defaultCurrency;

  @Inject
  public CheckoutRequest(
      PhoneNumbers phones, @ConfigProperty(name = "DEFAULT_CURRENCY") String defaultCurrency) {
    this.phones = phones;
    this.defaultCurrency = Currency.getInstance(defaultCurrency);
  }

  /** {@code POST /payments/checkout}. */
  @Schema(name = "CheckoutRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Document(
      @Schema(required = true, examples = "AG-2026-000123") String contractId,

      @Schema(required = true, examples = "350000") BigDecimal amount,

      @Schema(required = true, description = "Of the buyer", examples = "+254722000111")
      String phoneNumber,

      @Schema(
          description =
              "ISO 4217; DEFAULT_CURRENCY where it is absent. It must be that of the terms",
          examples = "KES")
      String currency,

      @Schema(description = "Only this one", enumeration = ESCROW)
      String paymentType,

      @Schema(description = "The version of the contract that is paid for", examples = "1")
      Integer version,

      @Schema(
          description = "What was sent to the number, where that is needed",
          pattern = "^[0-9]{6}$")
      String code) {}

  /** What came with {@link Document}. */
  record Wanted(ContractId contract, Claim claim, Money amount) {}

  Wanted read(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(
        CONTRACT_ID,
        "amount",
        PhoneFields.MEMBER,
        PhoneFields.SHORT_MEMBER,
        "currency",
        PAYMENT_TYPE,
        "version",
        CodeSent.MEMBER));
    String id = fields.requiredText(CONTRACT_ID, LONGEST_WORD);
    Optional<ContractId> contract = ContractId.parse(id);
    if (contract.isEmpty()) {
      fields.refuseOnce(CONTRACT_ID, "must be the number of a contract, as AG-2026-000123");
    }
    Optional<PhoneNumber> phone = PhoneFields.required(fields, phones);
    Optional<Money> amount = amount(fields);
    if (fields
        .text(PAYMENT_TYPE, LONGEST_WORD)
        .filter(type -> !type.equals(ESCROW))
        .isPresent()) {
      fields.refuse(PAYMENT_TYPE, "must be " + ESCROW);
    }
    Optional<Integer> version = fields.count("version");
    Optional<String> code = fields.text(CodeSent.MEMBER, CodeSent.LONGEST_CODE);
    fields.check();
    return new Wanted(
        contract.orElseThrow(),
        new Claim(phone.orElseThrow(), version, code),
        amount.orElseThrow());
  }

  private Optional<Money> amount(JsonFields fields) {
    Optional<BigDecimal> amount = fields.positive("amount");
    if (amount.isEmpty()) {
      fields.refuseOnce("amount", "is required");
    }
    Optional<String> code = fields.text("currency", LONGEST_WORD);
    Optional<Currency> currency =
        code.isEmpty() ? Optional.of(defaultCurrency) : Money.currency(code.get());
    if (currency.isEmpty()) {
      fields.refuse("currency", "must be an ISO 4217 code, as KES");
    }
    if (amount.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    if (!Money.fits(amount.get(), currency.get())) {
      fields.refuse("amount", "has more decimal places than " + currency.get());
      return Optional.empty();
    }
    return Optional.of(new Money(amount.get(), currency.get()));
  }
}

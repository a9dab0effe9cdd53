package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** What is ordered of a provider, which stays as it is, and the numbers by which the provider knows it. */
@MappedSuperclass
public abstract class ProviderOrder {

  @Id
  private String id;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Column(name = "contract_id")
  private String contractId;

  private String phone;

  private long amount;

  private String currency;

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded
  private ProviderNumbers numbers;

  protected ProviderOrder() {}

  ProviderOrder(
      String id,
      Direction direction,
      Carrier carrier,
      ContractId contract,
      PhoneNumber phone,
      Money amount,
      Instant now) {
    this.id = id;
    this.direction = direction;
    this.numbers = new ProviderNumbers(carrier);
    this.contractId = contract.value();
    this.phone = phone.e164();
    this.amount = amount.minorUnits();
    this.currency = amount.currency().getCurrencyCode();
    this.createdAt = now;
  }

  /** The number of the movement: what the provider says on being asked, else what its notice said. */
  public Optional<String> receiptOf(Standing.Succeeded succeeded) {
    return numbers.receiptOr(succeeded.receipt());
  }

  /**
   * Takes from a notice what an answer did not say: by which number the provider knows the order, where that answer was
   * lost, and the receipt, which some providers say nowhere else.
   *
   * @param notice that fits, and came to an address that only the provider was told: by a number of somebody else's, we
   *     would ask for the wrong movement
   */
  public void learn(ProviderNotice notice) {
    learnReference(notice);
    if (notice.claim() == ProviderNotice.Claim.SUCCEEDED) {
      numbers.learnReceipt(notice.receipt());
    }
  }

  /** Takes by which number the provider knows the order, where the answer that had it was lost. */
  public void learnReference(ProviderNotice notice) {
    numbers.learnReference(notice.providerReference());
  }

  /** Forgets whose number it was. */
  void forgetPhone() {
    phone = null;
  }

  public String id() {
    return id;
  }

  public Direction direction() {
    return direction;
  }

  public Carrier carrier() {
    return numbers.carrier();
  }

  /** By its name. */
  public String provider() {
    return carrier().provider();
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  /** Empty once personal data was erased. */
  public Optional<PhoneNumber> phone() {
    return Optional.ofNullable(phone).map(PhoneNumber::new);
  }

  public Money amount() {
    return Money.ofMinorUnits(amount, Currency.getInstance(currency));
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<String> providerReference() {
    return numbers.reference();
  }

  /** The provider's number of the movement. */
  public Optional<String> receipt() {
    return numbers.receipt();
  }

  ProviderNumbers numbers() {
    return numbers;
  }
}

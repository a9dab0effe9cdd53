package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** Which provider has an order, and by which numbers it knows the order and its movement. */
@Embeddable
public class ProviderNumbers {

  private String provider;

  @Column(name = "is_real")
  private boolean isReal;

  @Column(name = "provider_reference")
  private String reference;

  private String receipt;

  @Column(name = "told_receipt")
  private String toldReceipt;

  protected ProviderNumbers() {}

  ProviderNumbers(Carrier carrier) {
    this.provider = carrier.provider();
    this.isReal = carrier.isReal();
  }

  /** The number of the order, by the answer to the call or by a notice; the first one stays. */
  void learnReference(Optional<String> said) {
    if (reference == null) {
      reference = said.orElse(null);
    }
  }

  /** The number of the movement by a notice, which some providers say nowhere else; the first one stays. */
  void learnReceipt(Optional<String> said) {
    if (toldReceipt == null) {
      toldReceipt = said.orElse(null);
    }
  }

  /** The number of the movement: what the provider says on being asked, else what its notice said. */
  Optional<String> receiptOr(Optional<String> answered) {
    return answered.or(() -> Optional.ofNullable(toldReceipt));
  }

  /** That of a notice, where nothing has named one before. */
  Optional<String> lateReceipt() {
    return receipt == null ? Optional.ofNullable(toldReceipt) : Optional.empty();
  }

  /** The movement is known by this number. */
  void setReceipt(String said) {
    receipt = said;
  }

  Carrier carrier() {
    return new Carrier(provider, isReal);
  }

  Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  Optional<String> receipt() {
    return Optional.ofNullable(receipt);
  }

  /** Whether its movement has a number, and this is another one. */
  boolean isKnownByAnother(Optional<String> said) {
    return receipt != null && said.filter(each -> !each.equals(receipt)).isPresent();
  }
}

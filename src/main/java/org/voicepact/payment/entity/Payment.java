package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * What a buyer pays into a contract, from the request on until all of it has gone out. Where its money is, the ledger
 * says; what goes out of it, {@link Hold}.
 */
@Entity
@Table(name = "payment")
public class Payment {

  @Id
  private String id;

  @Column(name = "order_id")
  private String orderId;

  @Column(name = "contract_id")
  private String contractId;

  @Column(name = "contract_version")
  private int contractVersion;

  private String phone;

  private long amount;

  private String currency;

  @Enumerated(EnumType.STRING)
  private PaymentStatus status = PaymentStatus.REQUESTED;

  @Enumerated(EnumType.STRING)
  @Column(name = "review_cause")
  private ReviewCause reviewCause;

  private String reason;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "held_at")
  private Instant heldAt;

  private int corrections;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Payment() {}

  /**
   * @param order what the provider is told
   * @param version of the contract that was confirmed
   */
  public Payment(String id, MoneyOrder order, int version, Instant now) {
    this.id = id;
    this.orderId = order.id();
    this.contractId = order.contract().value();
    this.contractVersion = version;
    this.phone = order.phone().map(PhoneNumber::e164).orElse(null);
    this.amount = order.amount().minorUnits();
    this.currency = order.amount().currency().getCurrencyCode();
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** The provider knows of it, or may. */
  public void pending(Instant now) {
    if (status == PaymentStatus.REQUESTED) {
      become(PaymentStatus.PENDING, now);
    }
  }

  /**
   * The provider says that the money has come; to say so again changes nothing.
   *
   * @return the movement, where it is news
   */
  public Optional<Movement> collected(Instant now) {
    if (heldAt != null) {
      return Optional.empty();
    }
    heldAt = now;
    become(PaymentStatus.HELD, now);
    return Optional.of(Movement.collected(this, corrections));
  }

  /**
   * People have found that its money is not here, though it was held. It can come again.
   *
   * @return the movement by which it is no longer held
   */
  Movement reversed(String why, Instant now) {
    heldAt = null;
    failed(why, now);
    return Movement.reversed(this, corrections++);
  }

  /** No money has come and none will. */
  public void failed(String why, Instant now) {
    if (heldAt == null) {
      become(PaymentStatus.FAILED, now);
      reason = Shortened.of(why);
    }
  }

  /**
   * Keeps it from everything but what a person decides. That a part does not go out is less than that nothing may, and
   * nothing is more than that the money may not have come.
   */
  public void review(ReviewCause cause, String why, Instant now) {
    boolean isLess = cause == ReviewCause.PAYOUT
        ? !mayGoOut()
        : reviewCause == ReviewCause.PROVIDER && cause != ReviewCause.PROVIDER;
    if (status == PaymentStatus.IN_REVIEW && isLess) {
      return;
    }
    become(PaymentStatus.IN_REVIEW, now);
    reviewCause = cause;
    reason = Shortened.of(why);
  }

  /**
   * Whether what is planned of it may go out. What is the matter with the part of one receiver, a number in doubt or a
   * payout that failed, does not keep back that of the other.
   */
  public boolean mayGoOut() {
    return status == PaymentStatus.HELD
        || reviewCause == ReviewCause.NUMBER
        || reviewCause == ReviewCause.PAYOUT;
  }

  /** Somebody, or an acceptance, has decided; it goes on. */
  void goOn(Instant now) {
    become(PaymentStatus.HELD, now);
  }

  void end(PaymentStatus how, Instant now) {
    become(how, now);
  }

  private void become(PaymentStatus next, Instant now) {
    status = next;
    reviewCause = null;
    reason = null;
    updatedAt = now;
  }

  /** Forgets whose it is and what was said about it. */
  public void erasePersonalData() {
    phone = null;
    reason = null;
  }

  public String id() {
    return id;
  }

  /** By which the provider knows it; the API calls it its transaction. */
  public String orderId() {
    return orderId;
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  public int contractVersion() {
    return contractVersion;
  }

  /** Of the buyer; empty once personal data was erased. */
  public Optional<PhoneNumber> phone() {
    return Optional.ofNullable(phone).map(PhoneNumber::new);
  }

  public Money amount() {
    return Money.ofMinorUnits(amount, Currency.getInstance(currency));
  }

  public PaymentStatus status() {
    return status;
  }

  /** Whether a person has to look at it for this. */
  public boolean isInReviewFor(ReviewCause cause) {
    return reviewCause == cause;
  }

  /** There where it is in review. */
  public Optional<ReviewCause> reviewCause() {
    return Optional.ofNullable(reviewCause);
  }

  /** Why it failed, or has to be looked at. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When its money came; empty where none has. */
  public Optional<Instant> heldAt() {
    return Optional.ofNullable(heldAt);
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}

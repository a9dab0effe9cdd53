package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The end of an address that a provider sends its notices about an order to. Only its hash is kept. */
@Entity
@Table(name = "payment_callback")
public class CallbackToken {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "order_id")
  private String orderId;

  @Column(name = "is_question")
  private boolean isQuestion;

  @Column(name = "made_at")
  private Instant madeAt;

  protected CallbackToken() {}

  /**
   * @param isQuestion whether it was made for a question, and not for telling the order
   */
  public CallbackToken(String tokenHash, MoneyOrder order, boolean isQuestion, Instant now) {
    this.tokenHash = tokenHash;
    this.orderId = order.id();
    this.isQuestion = isQuestion;
    this.madeAt = now;
  }

  public String orderId() {
    return orderId;
  }

  public boolean isQuestion() {
    return isQuestion;
  }
}

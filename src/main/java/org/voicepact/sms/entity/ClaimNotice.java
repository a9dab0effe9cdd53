package org.voicepact.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;

/**
 * Which message tells a buyer of a delivery. The buyer's time to answer runs from when it left, and stops where it is
 * reported as not delivered.
 */
@Entity
@Table(name = "claim_notice")
public class ClaimNotice {

  @Id
  @Column(name = "message_id")
  private long messageId;

  @Column(name = "contract_id")
  private String contractId;

  private int claim;

  private long patience;

  /** Whether the contract may still be told what became of the message. */
  @Column(name = "is_open")
  private boolean isOpen = true;

  /** Whether it is still to be told that the message did not arrive. */
  @Column(name = "is_lost")
  private boolean isLost;

  /** Whether the seller knows that it was given up. */
  @Column(name = "is_seller_told")
  private boolean isSellerTold;

  protected ClaimNotice() {}

  /**
   * @param claim the number of the delivery
   * @param patience after which silence is acceptance, as the message says
   */
  public ClaimNotice(long messageId, String contractId, int claim, Duration patience) {
    this.messageId = messageId;
    this.contractId = contractId;
    this.claim = claim;
    this.patience = patience.toSeconds();
  }

  /** The message did not arrive after all. */
  public void lost() {
    isLost = true;
    isOpen = true;
  }

  /** The message is sent once more; of a loss that the contract does not know yet it is told first. */
  public void again() {
    isOpen = true;
  }

  /** The contract was told that the message has left. */
  public void close() {
    isOpen = false;
    isSellerTold = false;
  }

  /** The contract was told that it did not arrive; should it be sent again, there is more to tell. */
  public void lossTold() {
    isLost = false;
  }

  /**
   * The message is given up for now.
   *
   * @return whether that is to be told, which is once
   */
  public boolean givenUp() {
    boolean isNews = !isSellerTold;
    isSellerTold = true;
    return isNews;
  }

  public String contractId() {
    return contractId;
  }

  public int claim() {
    return claim;
  }

  public Duration patience() {
    return Duration.ofSeconds(patience);
  }

  public boolean isOpen() {
    return isOpen;
  }

  public boolean isLost() {
    return isLost;
  }
}

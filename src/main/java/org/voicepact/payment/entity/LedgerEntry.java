package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One side of a movement of money; it is only ever added. */
@Entity
@Table(name = "ledger_entry")
public class LedgerEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_entry_id")
  @SequenceGenerator(
      name = "ledger_entry_id",
      sequenceName = "ledger_entry_id",
      allocationSize = 50)
  private Long id;

  private String movement;

  private int place;

  @Column(name = "contract_id")
  private String contractId;

  @Enumerated(EnumType.STRING)
  private Account account;

  private String currency;

  private long amount;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected LedgerEntry() {}

  LedgerEntry(Movement movement, int place, Account account, long amount, Instant now) {
    this.movement = movement.key();
    this.place = place;
    this.contractId = movement.contract().value();
    this.account = account;
    this.currency = movement.amount().currency().getCurrencyCode();
    this.amount = amount;
    this.recordedAt = now;
  }

  public String movement() {
    return movement;
  }

  public Account account() {
    return account;
  }

  public String currency() {
    return currency;
  }

  /** In minor units; negative on the side that gives. */
  public long amount() {
    return amount;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}

package org.voicepact.contract.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** What somebody in the office wrote down about a contract. It is no part of the evidence, and no party sees it. */
@Entity
@Table(name = "contract_note")
public class ContractNote {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract_note_id")
  @SequenceGenerator(
      name = "contract_note_id",
      sequenceName = "contract_note_id",
      allocationSize = 50)
  private Long id;

  @Column(name = "contract_id")
  private String contractId;

  private String author;

  private String words;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ContractNote() {}

  /**
   * @param author as the audit trail names callers
   */
  public ContractNote(ContractId contract, String author, String words, Instant now) {
    this.contractId = contract.value();
    this.author = author;
    this.words = words;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public String author() {
    return author;
  }

  /** Empty once personal data was erased. */
  public Optional<String> words() {
    return Optional.ofNullable(words);
  }

  public Instant createdAt() {
    return createdAt;
  }
}

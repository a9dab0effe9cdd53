package org.voicepact.contract.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/**
 * The words in which the deal was made. They can hold personal data, so they stand beside the contract;
 * the hash covers only a commitment to them.
 */
@Entity
@Table(name = "transcript")
public class Transcript {

  @Id
  @Column(name = "contract_id")
  private String contractId;

  private String words;

  @Column(name = "commitment_key")
  private byte[] commitmentKey;

  private String commitment;

  protected Transcript() {}

  /**
   * @param commitmentKey a random key for this transcript alone
   * @param commitment to the words, made with that key
   */
  public Transcript(ContractId contract, String words, byte[] commitmentKey, String commitment) {
    this.contractId = contract.value();
    this.words = words;
    this.commitmentKey = commitmentKey.clone();
    this.commitment = commitment;
  }

  /** Forgets the words; the commitment stays. */
  public void erasePersonalData() {
    this.words = null;
    this.commitmentKey = null;
  }

  /** Empty once personal data was erased. */
  public Optional<String> words() {
    return Optional.ofNullable(words);
  }

  /** Empty once personal data was erased. */
  public Optional<byte[]> commitmentKey() {
    return Optional.ofNullable(commitmentKey).map(byte[]::clone);
  }

  public String commitment() {
    return commitment;
  }
}

package org.voicepact.evidence.entity;

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

/** A statement with its signature, as it was made; it is only ever added. */
@Entity
@Table(name = "signed_statement")
public class SignedStatement {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "signed_statement_id")
  @SequenceGenerator(
      name = "signed_statement_id",
      sequenceName = "signed_statement_id",
      allocationSize = 50)
  private Long id;

  @Column(name = "contract_id")
  private String contractId;

  private int version;

  @Column(name = "party_commitment")
  private String partyCommitment;

  @Enumerated(EnumType.STRING)
  private Statement.Type type;

  // The number of a delivery, 0 where it is about none: so no two are alike.
  private long claim;

  private byte[] statement;

  private byte[] signature;

  @Enumerated(EnumType.STRING)
  private SignatureAlgorithm algorithm;

  @Column(name = "key_id")
  private String keyId;

  @Column(name = "received_at")
  private Instant receivedAt;

  protected SignedStatement() {}

  /**
   * @param bytes the canonical form of the statement, over which the signature was made
   */
  public SignedStatement(
      Statement statement,
      byte[] bytes,
      byte[] signature,
      SignatureAlgorithm algorithm,
      String keyId) {
    this.contractId = statement.contractId();
    this.version = statement.version();
    this.partyCommitment = statement.partyCommitment();
    this.type = statement.type();
    this.claim = statement.particulars().claim().orElse(0L);
    this.statement = bytes.clone();
    this.signature = signature.clone();
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.receivedAt = statement.receivedAt();
  }

  /** The canonical bytes that were signed. */
  public byte[] statement() {
    return statement.clone();
  }

  /** The SHA-256 of the statement in hex, by which the audit trail names it. */
  public String digest() {
    return HashAlgorithm.SHA256.hash(statement);
  }

  public byte[] signature() {
    return signature.clone();
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  public String keyId() {
    return keyId;
  }
}

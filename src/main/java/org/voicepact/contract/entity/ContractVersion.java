package org.voicepact.contract.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.voicepact.evidence.entity.HashAlgorithm;
import org.voicepact.platform.entity.Money;

/** What was agreed at one time, with the bytes that were hashed; it is only ever added. */
@Entity
@Table(name = "contract_version")
@IdClass(ContractVersion.Key.class)
public class ContractVersion {

  /** The key: contract and number of the version. */
  public record Key(String contractId, int number) implements Serializable {}

  @Id
  @Column(name = "contract_id")
  private String contractId;

  @Id
  private int number;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "total_amount")
  private BigDecimal totalAmount;

  private String currency;

  private String terms;

  /** Of the terms, to be searched. */
  private String product;

  private byte[] canonical;

  private String hash;

  @Enumerated(EnumType.STRING)
  @Column(name = "hash_algorithm")
  private HashAlgorithm hashAlgorithm;

  protected ContractVersion() {}

  /**
   * @param canonical the canonical bytes, of which the hash is made here
   */
  public ContractVersion(
      ContractId contract,
      int number,
      Instant createdAt,
      Instant expiresAt,
      Terms terms,
      byte[] canonical,
      HashAlgorithm hashAlgorithm) {
    this.contractId = contract.value();
    this.number = number;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.totalAmount = terms.totalAmount().map(Money::amount).orElse(null);
    this.currency = terms.currency().getCurrencyCode();
    this.terms = terms.json();
    this.product = terms.text(Terms.PRODUCT).orElse(null);
    this.canonical = canonical.clone();
    this.hash = hashAlgorithm.hash(canonical);
    this.hashAlgorithm = hashAlgorithm;
  }

  public Key key() {
    return new Key(contractId, number);
  }

  public String contractId() {
    return contractId;
  }

  public int number() {
    return number;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Optional<Money> totalAmount() {
    return Optional.ofNullable(totalAmount)
        .map(amount -> new Money(amount, Currency.getInstance(currency)));
  }

  public String currency() {
    return currency;
  }

  /** The terms as JSON, as {@link Terms#json()} wrote them. */
  public String termsJson() {
    return terms;
  }

  public Terms terms() {
    return Terms.ofJson(Currency.getInstance(currency), terms);
  }

  /** The exact bytes that were hashed. */
  public byte[] canonical() {
    return canonical.clone();
  }

  /** In lower-case hex. */
  public String hash() {
    return hash;
  }

  public HashAlgorithm hashAlgorithm() {
    return hashAlgorithm;
  }
}

package org.voicepact.evidence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A public key with which this installation signs or once signed; never removed, so that old signatures can be checked. */
@Entity
@Table(name = "published_key")
public class PublishedKey {

  @Id
  @Column(name = "key_id")
  private String keyId;

  @Enumerated(EnumType.STRING)
  private KeyPurpose purpose;

  @Enumerated(EnumType.STRING)
  private SignatureAlgorithm algorithm;

  @Column(name = "public_jwk")
  private String publicJwk;

  @Column(name = "public_key_info")
  private byte[] publicKeyInfo;

  @Column(name = "first_used_at")
  private Instant firstUsedAt;

  @Column(name = "retired_at")
  private Instant retiredAt;

  protected PublishedKey() {}

  public String keyId() {
    return keyId;
  }

  public KeyPurpose purpose() {
    return purpose;
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The JWK in JSON, without {@code kid}, {@code alg} and {@code use}. */
  public String publicJwk() {
    return publicJwk;
  }

  /** The same key as DER-encoded SubjectPublicKeyInfo. */
  public byte[] publicKeyInfo() {
    return publicKeyInfo.clone();
  }

  public Instant firstUsedAt() {
    return firstUsedAt;
  }

  /** Since when another key signs; what this one signed before stays valid. Empty for the key that signs at present. */
  public Optional<Instant> retiredAt() {
    return Optional.ofNullable(retiredAt);
  }
}

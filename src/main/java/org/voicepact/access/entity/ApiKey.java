package org.voicepact.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An API key that an administrator has made. The key itself is not kept, only its hash. */
@Entity
@Table(name = "api_key")
public class ApiKey {

  /** How every key begins, so that it is known for what it is wherever it turns up. */
  public static final String PREFIX = "vp_";

  @Id
  private String id;

  private String name;
  private String hash;
  private String scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected ApiKey() {}

  /**
   * @param id a part of the key, by which people recognise it
   * @param name what the key is for, in the administrator's words
   * @param hash SHA-256 of the whole key, in lower-case hex
   * @param createdBy the actor, as the audit trail names it
   */
  public ApiKey(
      String id,
      String name,
      String hash,
      Set<Scope> scopes,
      Optional<Instant> expiresAt,
      String createdBy,
      Instant createdAt) {
    this.id = id;
    this.name = name;
    this.hash = hash;
    this.scopes = Scope.join(scopes);
    this.expiresAt = expiresAt.orElse(null);
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  /** Ends the key; to end it again changes nothing. */
  public boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  public void usedAt(Instant now) {
    lastUsedAt = now;
  }

  /** Whether the key opens anything at this time. */
  public boolean isValidAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** How the key begins, so that one who sees it knows which it is. */
  public String prefix() {
    return PREFIX + id;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Set<Scope> scopes() {
    return Scope.parse(scopes).orElseThrow();
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** The actor who made it, as the audit trail names it. */
  public String createdBy() {
    return createdBy;
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }
}

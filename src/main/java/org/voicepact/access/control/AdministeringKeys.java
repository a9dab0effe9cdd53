package org.voicepact.access.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.access.entity.KeyRevoked;
import org.voicepact.access.entity.Scope;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;

/** Makes and revokes API keys; either is a line in the audit trail. */
@Singleton
public class AdministeringKeys {

  private final EntityManager entities;
  private final AuditTrail audit;
  private final Event<KeyRevoked> revoked;
  private final SecureRandom random;
  private final Clock clock;

  @Inject
  public AdministeringKeys(
      EntityManager entities,
      AuditTrail audit,
      Event<KeyRevoked> revoked,
      SecureRandom random,
      Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.revoked = revoked;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A key that was just made.
   *
   * @param text the key itself, which cannot be shown again
   */
  public record Made(ApiKey key, String text) {

    /** Without the key itself, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return key.prefix();
    }
  }

  @Transactional
  public Made make(String name, Set<Scope> scopes, Optional<Instant> expiresAt, Actor by) {
    Instant now = clock.instant();
    NewKey fresh = NewKey.make(random);
    ApiKey key = new ApiKey(fresh.id(), name, fresh.hash(), scopes, expiresAt, by.name(), now);
    entities.persist(key);
    audit.byCaller(
        by, "key.made", Subject.other(key.id()), Map.of("scopes", Scope.join(scopes)), now);
    return new Made(key, fresh.text());
  }

  /**
   * Ends a key; to end it again changes nothing.
   *
   * @return whether there is such a key
   */
  @Transactional
  public boolean revoke(String id, Actor by) {
    ApiKey key = entities.find(ApiKey.class, id);
    Instant now = clock.instant();
    if (key != null && key.revoke(now)) {
      audit.byCaller(by, "key.revoked", Subject.other(id), Map.of(), now);
      revoked.fire(new KeyRevoked(id));
    }
    return key != null;
  }
}

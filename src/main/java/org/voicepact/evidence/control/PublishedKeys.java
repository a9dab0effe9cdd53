package org.voicepact.evidence.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.platform.entity.Json;

/** The public keys, present and past. */
@Singleton
public class PublishedKeys {

  private final EntityManager entities;
  private final ServerKey serverKey;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public PublishedKeys(EntityManager entities, ServerKey serverKey, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.serverKey = serverKey;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes the server's key before anything is signed with it, and marks the others as retired. Several servers
   * may do so at once. Only a key that was not current before leaves a line in the audit trail.
   */
  @Transactional
  public void publishCurrent(@Observes DatabaseReady ready) {
    SigningKey key = serverKey.current();
    Instant now = clock.instant();
    lockAll();
    boolean changed = insert(key, now) || takeBack(key);
    retireOthers(key, now);
    if (changed) {
      Map<String, String> data = Map.of("algorithm", key.algorithm().wire());
      audit.bySystem(Channel.SYSTEM, "key.published", key.keyId(), data, now);
    }
  }

  /** Always in the same order, so that servers with different keys wait for each other and never crosswise. */
  private void lockAll() {
    entities
        .createNativeQuery("SELECT key_id FROM published_key ORDER BY key_id FOR UPDATE")
        .getResultList();
  }

  private boolean insert(SigningKey key, Instant now) {
    return entities
            .createNativeQuery(
                "INSERT INTO published_key (key_id, algorithm, public_jwk, public_key_info, first_used_at)"
                    + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
            .setParameter(1, key.keyId())
            .setParameter(2, key.algorithm().name())
            .setParameter(3, Json.write(key.publicJwk()))
            .setParameter(4, key.publicKeyInfo())
            .setParameter(5, Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  /** An operator has gone back to an earlier key. */
  private boolean takeBack(SigningKey key) {
    return entities
            .createNativeQuery(
                "UPDATE published_key SET retired_at = NULL WHERE key_id = ?1 AND retired_at IS NOT NULL")
            .setParameter(1, key.keyId())
            .executeUpdate()
        > 0;
  }

  private void retireOthers(SigningKey key, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE published_key SET retired_at = ?1 WHERE key_id <> ?2 AND retired_at IS NULL")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, key.keyId())
        .executeUpdate();
  }

  @Transactional
  public List<PublishedKey> all() {
    return entities
        .createQuery(
            "SELECT k FROM PublishedKey k ORDER BY k.firstUsedAt, k.keyId", PublishedKey.class)
        .getResultList();
  }

  @Transactional
  public Optional<PublishedKey> find(String keyId) {
    return Optional.ofNullable(entities.find(PublishedKey.class, keyId));
  }
}

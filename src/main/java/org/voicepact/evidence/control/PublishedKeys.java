package org.voicepact.evidence.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.platform.entity.Json;

/** The public keys, present and past. */
@Singleton
public class PublishedKeys {

  private final EntityManager entities;
  private final ServerKey serverKey;
  private final Clock clock;

  @Inject
  public PublishedKeys(EntityManager entities, ServerKey serverKey, Clock clock) {
    this.entities = entities;
    this.serverKey = serverKey;
    this.clock = clock;
  }

  /** Publishes the server's key before anything is signed with it; several servers may do so at once. */
  @Transactional
  public void publishCurrent(@Observes DatabaseReady ready) {
    SigningKey key = serverKey.current();
    entities
        .createNativeQuery(
            "INSERT INTO published_key (key_id, algorithm, public_jwk, public_key_info, first_used_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
        .setParameter(1, key.keyId())
        .setParameter(2, key.algorithm().name())
        .setParameter(3, Json.write(key.publicJwk()))
        .setParameter(4, key.publicKeyInfo())
        .setParameter(5, Timestamp.from(clock.instant()))
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

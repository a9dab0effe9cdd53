package org.voicepact.evidence.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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

  /** Publishes the server's key before anything is signed with it. */
  @Transactional
  public void publishCurrent(@Observes DatabaseReady ready) {
    SigningKey key = serverKey.current();
    if (entities.find(PublishedKey.class, key.keyId()) == null) {
      entities.persist(new PublishedKey(
          key.keyId(),
          key.algorithm(),
          Json.write(key.publicJwk()),
          key.publicKeyInfo(),
          clock.instant()));
    }
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

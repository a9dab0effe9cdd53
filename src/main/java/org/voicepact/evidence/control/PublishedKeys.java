package org.voicepact.evidence.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.KeySuccession;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.evidence.entity.RetiredKey;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.platform.entity.Json;

/** The public keys, present and past, and the record of their changes in the audit trail. */
@Singleton
public class PublishedKeys {

  private static final Logger LOG = Logger.getLogger(PublishedKeys.class.getName());

  private final EntityManager entities;
  private final ServerKeys serverKeys;
  private final PreviousKeys previousKeys;
  private final LogLock lock;
  private final RetirementLock retirement;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public PublishedKeys(
      EntityManager entities,
      ServerKeys serverKeys,
      PreviousKeys previousKeys,
      LogLock lock,
      RetirementLock retirement,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.serverKeys = serverKeys;
    this.previousKeys = previousKeys;
    this.lock = lock;
    this.retirement = retirement;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes the server's keys before anything is signed with them, and retires the others. Several servers
   * may do so at once. Only a key that was not current before leaves an entry in the audit trail.
   */
  @Transactional
  public void publishCurrent(@Observes DatabaseReady ready) {
    lock.acquire();
    Instant now = clock.instant();
    for (KeyPurpose purpose : KeyPurpose.values()) {
      publish(purpose, serverKeys.of(purpose), now);
    }
  }

  private void publish(KeyPurpose purpose, SigningKey key, Instant now) {
    Optional<PublishedKey> before = present(purpose);
    if (before.isPresent() && before.get().keyId().equals(key.keyId())) {
      return;
    }
    retirement.retire();
    insertOrTakeBack(purpose, key, now);
    Map<String, String> data = new HashMap<>(Map.of(
        "purpose", purpose.wire(),
        "algorithm", key.algorithm().wire(),
        "public_key", Base64.getEncoder().encodeToString(key.publicKeyInfo())));
    before.ifPresent(known -> data.putAll(succession(purpose, key, known.keyId())));
    audit.bySystem(Channel.SYSTEM, "key.published", Subject.signingKey(key.keyId()), data, now);
    before.ifPresent(known -> retire(known, key, now));
  }

  private Optional<PublishedKey> present(KeyPurpose purpose) {
    return entities
        .createQuery(
            "SELECT k FROM PublishedKey k WHERE k.purpose = :purpose AND k.retiredAt IS NULL",
            PublishedKey.class)
        .setParameter("purpose", purpose)
        .getResultStream()
        .findFirst();
  }

  private void insertOrTakeBack(KeyPurpose purpose, SigningKey key, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO published_key (key_id, purpose, algorithm, public_jwk, public_key_info, first_used_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")
        .setParameter(1, key.keyId())
        .setParameter(2, purpose.name())
        .setParameter(3, key.algorithm().name())
        .setParameter(4, Json.write(key.publicJwk()))
        .setParameter(5, key.publicKeyInfo())
        .setParameter(6, Timestamp.from(now))
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE published_key SET retired_at = NULL WHERE key_id = ?1")
        .setParameter(1, key.keyId())
        .executeUpdate();
  }

  private Map<String, String> succession(KeyPurpose purpose, SigningKey key, String predecessor) {
    Optional<SigningKey> previous = previousKeys.find(predecessor);
    if (previous.isEmpty()) {
      LOG.warning(() ->
          "The key for " + purpose.wire() + " has changed, and the one before it, " + predecessor
              + ", is not among the _PREVIOUS keys: who trusts that one has no reason to trust the new one, "
              + key.keyId());
      return Map.of();
    }
    KeySuccession succession =
        new KeySuccession(purpose, key.keyId(), key.algorithm(), key.publicKeyInfo(), predecessor);
    byte[] signature = previous.get().sign(CanonicalJson.bytes(succession.document()));
    return Map.of(
        "predecessor", predecessor, "succession", Base64.getEncoder().encodeToString(signature));
  }

  private void retire(PublishedKey before, SigningKey successor, Instant now) {
    entities
        .createNativeQuery("UPDATE published_key SET retired_at = ?1 WHERE key_id = ?2")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, before.keyId())
        .executeUpdate();
    Map<String, String> data =
        Map.of("purpose", before.purpose().wire(), "successor", successor.keyId());
    audit.bySystem(Channel.SYSTEM, "key.retired", Subject.signingKey(before.keyId()), data, now);
  }

  /**
   * The key with which this server may sign now.
   *
   * @throws RetiredKey where another server of the installation has retired it since
   */
  @Transactional
  public SigningKey forSigning(KeyPurpose purpose) {
    SigningKey key = serverKeys.of(purpose);
    retirement.sign();
    if (find(key.keyId()).flatMap(PublishedKey::retiredAt).isPresent()) {
      throw new RetiredKey();
    }
    return key;
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

package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.access.entity.ApiKey;

/** The API keys that administrators have made. */
@Singleton
public class MadeKeys {

  /** The last use is noted no more often than this, so that reading does not become writing. */
  private static final Duration USE_NOTED = Duration.ofMinutes(1);

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public MadeKeys(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * The key with this hash, where it opens something; its use is noted.
   *
   * @param hash SHA-256 of the key, in lower-case hex
   */
  @Transactional
  public Optional<ApiKey> use(String hash) {
    Instant now = clock.instant();
    Optional<ApiKey> key = entities
        .createQuery("SELECT k FROM ApiKey k WHERE k.hash = :hash", ApiKey.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst()
        .filter(each -> each.isValidAt(now));
    key.filter(each -> each.lastUsedAt().isEmpty()
            || each.lastUsedAt().get().plus(USE_NOTED).isBefore(now))
        .ifPresent(each -> each.usedAt(now));
    return key;
  }

  /** The key with this id, where it opens something. */
  @Transactional
  public Optional<ApiKey> find(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(entities.find(ApiKey.class, id)).filter(key -> key.isValidAt(now));
  }

  /** The oldest first, revoked ones among them. */
  @Transactional
  public List<ApiKey> all() {
    return entities
        .createQuery("SELECT k FROM ApiKey k ORDER BY k.createdAt, k.id", ApiKey.class)
        .getResultList();
  }
}

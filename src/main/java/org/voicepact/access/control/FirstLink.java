package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.voicepact.platform.control.RandomHex;
import org.voicepact.platform.control.Sha256;

/** The one link by which the first administrator can be made. Only the newest is good, for an hour and once. */
@Singleton
public class FirstLink {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final EntityManager entities;
  private final SecureRandom random;
  private final Clock clock;

  @Inject
  public FirstLink(EntityManager entities, SecureRandom random, Clock clock) {
    this.entities = entities;
    this.random = random;
    this.clock = clock;
  }

  /** Makes a new link; the one before is over. */
  @Transactional
  public String renew() {
    String token = RandomHex.secret(random);
    entities.createNativeQuery("DELETE FROM first_administrator").executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO first_administrator (id, token_hash, ends_at) VALUES (1, ?1, ?2)")
        .setParameter(1, hash(token))
        .setParameter(2, Timestamp.from(clock.instant().plus(LIFETIME)))
        .executeUpdate();
    return token;
  }

  @Transactional
  public boolean isGood(String token) {
    return !entities
        .createNativeQuery(
            "SELECT id FROM first_administrator WHERE token_hash = ?1 AND ends_at > ?2")
        .setParameter(1, hash(token))
        .setParameter(2, Timestamp.from(clock.instant()))
        .getResultList()
        .isEmpty();
  }

  /** Whether it is good; then it is used up. Of two at the same time the second one waits for the first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean use(String token) {
    return entities
            .createNativeQuery(
                "DELETE FROM first_administrator WHERE token_hash = ?1 AND ends_at > ?2")
            .setParameter(1, hash(token))
            .setParameter(2, Timestamp.from(clock.instant()))
            .executeUpdate()
        > 0;
  }

  private static String hash(String token) {
    return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
  }
}

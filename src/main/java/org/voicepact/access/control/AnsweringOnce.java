package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.voicepact.access.entity.OnceAnswer;
import org.voicepact.access.entity.OnceRefusal;
import org.voicepact.access.entity.OnceRequest;

/**
 * Does what a request asks for once, however often it comes with the same {@code Idempotency-Key}. That it is worked on
 * is kept first, and its answer in the transaction of the work itself: a server that dies leaves both or neither.
 */
@Singleton
public class AnsweringOnce {

  private static final Duration KEPT = Duration.ofHours(24);

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public AnsweringOnce(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * @return the answer of the first request; empty where the work is to be done
   * @throws OnceRefusal where the key came with another body, or the first request is still worked on
   */
  @Transactional
  public Optional<OnceAnswer> begin(OnceRequest.Key key, String bodyHash) {
    OnceRequest known = entities.find(OnceRequest.class, key, LockModeType.PESSIMISTIC_WRITE);
    if (known != null) {
      return known.again(bodyHash, clock.instant());
    }
    entities.persist(new OnceRequest(key, bodyHash, clock.instant()));
    return Optional.empty();
  }

  /** The answer of the first request, where that was the same and has one. */
  @Transactional
  public Optional<OnceAnswer> answered(OnceRequest.Key key, String bodyHash) {
    return Optional.ofNullable(entities.find(OnceRequest.class, key))
        .flatMap(known -> known.answerTo(bodyHash));
  }

  @Transactional
  public boolean isKnown(OnceRequest.Key key) {
    return entities.find(OnceRequest.class, key) != null;
  }

  /** Does the work and keeps its answer, in one transaction. */
  @Transactional
  public OnceAnswer work(OnceRequest.Key key, Supplier<OnceAnswer> work) {
    OnceAnswer answer = work.get();
    entities.find(OnceRequest.class, key).answered(answer);
    return answer;
  }

  /** The work was refused, or failed: the same key may try it again. */
  @Transactional
  public void forget(OnceRequest.Key key) {
    // That its work has failed is not known where the answer to its commit was lost: what is
    // answered stays.
    OnceRequest known = entities.find(OnceRequest.class, key, LockModeType.PESSIMISTIC_WRITE);
    if (known != null && !known.isAnswered()) {
      entities.remove(known);
    }
  }

  /** Forgets what was asked for more than a day ago. */
  @Transactional
  public void forgetOld() {
    entities
        .createQuery("DELETE FROM OnceRequest r WHERE r.begunAt < :since")
        .setParameter("since", clock.instant().minus(KEPT))
        .executeUpdate();
  }
}

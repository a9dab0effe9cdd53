package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.SignedCheckpoint;

/** The signed heads of the log; all are kept. */
@Singleton
public class Checkpoints {

  private final EntityManager entities;
  private final LogLock lock;
  private final LogTree tree;
  private final PublishedKeys keys;
  private final Clock clock;

  @Inject
  public Checkpoints(
      EntityManager entities, LogLock lock, LogTree tree, PublishedKeys keys, Clock clock) {
    this.entities = entities;
    this.lock = lock;
    this.tree = tree;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Signs a head over all that is in the log, unless the last one covers it. In its own transaction.
   *
   * @return the last head
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public SignedCheckpoint sign() {
    long size = lock.acquire();
    Optional<SignedCheckpoint> last = last();
    if (last.filter(known -> known.size() == size).isPresent()) {
      return last.get();
    }
    Ed25519SigningKey key = (Ed25519SigningKey) keys.forSigning(KeyPurpose.CHECKPOINT);
    Checkpoint checkpoint = new Checkpoint(lock.logName(), size, tree.root(size), clock.instant());
    byte[] signature = key.sign(checkpoint.body().getBytes(StandardCharsets.UTF_8));
    SignedCheckpoint signed = new SignedCheckpoint(
        checkpoint, checkpoint.signed(key.verifyingKey().publicKey(), signature));
    entities.persist(signed);
    return signed;
  }

  /** Whether entries were added to the log since the last head. */
  @Transactional
  public boolean isBehind() {
    return lock.size() > last().map(SignedCheckpoint::size).orElse(0L);
  }

  @Transactional
  public Optional<SignedCheckpoint> last() {
    return entities
        .createQuery(
            "SELECT c FROM SignedCheckpoint c ORDER BY c.size DESC", SignedCheckpoint.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The head that covers exactly so many entries. */
  @Transactional
  public Optional<SignedCheckpoint> ofSize(long size) {
    return Optional.ofNullable(entities.find(SignedCheckpoint.class, size));
  }

  /** The heads over more than so many entries, the smallest first. */
  @Transactional
  public List<SignedCheckpoint> after(long size, int most) {
    return entities
        .createQuery(
            "SELECT c FROM SignedCheckpoint c WHERE c.size > :size ORDER BY c.size",
            SignedCheckpoint.class)
        .setParameter("size", size)
        .setMaxResults(most)
        .getResultList();
  }
}

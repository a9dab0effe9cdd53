package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.SignedCheckpoint;
import org.voicepact.platform.control.Sha256;

/** Brings the heads of the log to {@code CHECKPOINT_SINK}: all of them, in their order, each at least once. */
@Singleton
public class DeliveringCheckpoints {

  /** In one transaction, which holds a lock while the sink answers. */
  private static final int AT_ONCE = 3;

  private final EntityManager entities;
  private final Checkpoints checkpoints;
  private final Optional<CheckpointSink> sink;
  private final String name;

  @Inject
  public DeliveringCheckpoints(
      EntityManager entities, Checkpoints checkpoints, AuditSettings settings) {
    this.entities = entities;
    this.checkpoints = checkpoints;
    this.sink = settings.sink().map(DeliveringCheckpoints::sink);
    // The address may hold a secret, so its hash stands for it.
    this.name = settings
        .sink()
        .map(address -> Sha256.hex(address.toString().getBytes(StandardCharsets.UTF_8)))
        .orElse("");
  }

  private static CheckpointSink sink(URI address) {
    return "file".equals(address.getScheme())
        ? new FileSink(Path.of(address))
        : new WebSink(address);
  }

  /**
   * Delivers the next few heads; only one server at a time does.
   *
   * @return whether more may be due
   * @throws IOException where the sink has not taken the next one
   */
  @Transactional(rollbackOn = IOException.class)
  public boolean deliver() throws IOException {
    if (sink.isEmpty()) {
      return false;
    }
    long size = lockedSize();
    List<SignedCheckpoint> due = checkpoints.after(size, AT_ONCE);
    for (SignedCheckpoint next : due) {
      sink.get().keep(next.note());
      size = next.size();
    }
    if (!due.isEmpty()) {
      entities
          .createNativeQuery("UPDATE audit_sink SET size = ?1 WHERE sink = ?2")
          .setParameter(1, size)
          .setParameter(2, name)
          .executeUpdate();
    }
    return due.size() == AT_ONCE;
  }

  private long lockedSize() {
    entities
        .createNativeQuery(
            "INSERT INTO audit_sink (sink, size) VALUES (?1, 0) ON CONFLICT DO NOTHING")
        .setParameter(1, name)
        .executeUpdate();
    return ((Number) entities
            .createNativeQuery("SELECT size FROM audit_sink WHERE sink = ?1 FOR UPDATE")
            .setParameter(1, name)
            .getSingleResult())
        .longValue();
  }

  /** How many heads the sink has not got yet; 0 where there is none. */
  @Transactional
  public long waiting() {
    if (sink.isEmpty()) {
      return 0;
    }
    List<?> delivered = entities
        .createNativeQuery("SELECT size FROM audit_sink WHERE sink = ?1")
        .setParameter(1, name)
        .getResultList();
    long size = delivered.isEmpty() ? 0 : ((Number) delivered.get(0)).longValue();
    return entities
        .createQuery("SELECT COUNT(c) FROM SignedCheckpoint c WHERE c.size > :size", Long.class)
        .setParameter("size", size)
        .getSingleResult();
  }
}

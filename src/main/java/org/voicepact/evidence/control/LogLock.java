package org.voicepact.evidence.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.DatabaseReady;

/** The log's name, and the lock that only one of all servers holds while it writes the log. */
@Singleton
public class LogLock {

  private static final int NAME_BYTES = 8;

  private final EntityManager entities;
  private final AuditTrail audit;
  private final SecureRandom random;
  private final Clock clock;

  @Inject
  public LogLock(EntityManager entities, AuditTrail audit, SecureRandom random, Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /** Names the log at the first start of an installation, before anybody else needs its lock. */
  @Transactional
  public void name(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseReady ready) {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    String name = "voicepact-log/" + HexFormat.of().formatHex(bytes);
    int added = entities
        .createNativeQuery(
            "INSERT INTO audit_writer (id, log) VALUES (1, ?1) ON CONFLICT DO NOTHING")
        .setParameter(1, name)
        .executeUpdate();
    if (added > 0) {
      Subject log = Subject.other(name);
      audit.bySystem(Channel.SYSTEM, "log.started", log, Map.of("log", name), clock.instant());
    }
  }

  /** The name of the log of this installation. */
  @Transactional
  public String logName() {
    return (String)
        entities.createNativeQuery("SELECT log FROM audit_writer WHERE id = 1").getSingleResult();
  }

  /**
   * Waits until no other transaction writes the log, and keeps others from it until this one ends.
   *
   * @return how many entries the log has
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long acquire() {
    entities
        .createNativeQuery("SELECT log FROM audit_writer WHERE id = 1 FOR UPDATE")
        .getSingleResult();
    return size();
  }

  /** How many entries the log has. */
  @Transactional
  public long size() {
    return entities
        .createQuery("SELECT COALESCE(MAX(l.sequence), 0) FROM LogEntry l", Long.class)
        .getSingleResult();
  }
}

package org.voicepact.evidence.control;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.voicepact.platform.control.DatabaseProduct;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * Keeps a key from being retired while somebody signs with it, so that no statement comes into the log behind the
 * retirement of its key. PostgreSQL keeps it for all servers; H2 has one server, which retires keys before it signs.
 */
@Singleton
public class RetirementLock {

  /** Any number that nothing else in the database uses for an advisory lock. */
  private static final long LOCK = 7_112_041_980L;

  private static final String SIGNING =
      "SELECT CAST(pg_advisory_xact_lock_shared(" + LOCK + ") AS VARCHAR)";
  private static final String RETIRING =
      "SELECT CAST(pg_advisory_xact_lock(" + LOCK + ") AS VARCHAR)";

  @Resource(lookup = "jdbc/voicepact")
  private DataSource database;

  private final EntityManager entities;
  private volatile boolean isShared;

  @Inject
  public RetirementLock(EntityManager entities) {
    this.entities = entities;
  }

  void open(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) DatabaseReady ready)
      throws SQLException {
    isShared = !DatabaseProduct.isH2(database);
  }

  /** No key is retired until this transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void sign() {
    take(SIGNING);
  }

  /** Waits until no transaction signs, and keeps others from it until this one ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void retire() {
    take(RETIRING);
  }

  private void take(String lock) {
    if (isShared) {
      entities.createNativeQuery(lock).getResultList();
    }
  }
}

package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.LogLock;
import org.voicepact.evidence.control.PreviousKeys;
import org.voicepact.evidence.control.PublishedKeys;
import org.voicepact.evidence.control.RetirementLock;
import org.voicepact.evidence.control.ServerKeys;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.platform.control.DatabaseProduct;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.KeptSecrets;
import org.voicepact.platform.entity.DatabaseReady;

/** Servers that start at the same time publish their keys without getting into each other's way. */
@InContainer
class PublishingKeysIT {

  private static final int SERVERS = 6;
  private static final int ROUNDS = 5;

  @Inject
  private AuditTrail audit;

  @Inject
  private Clock clock;

  @Inject
  private EntityManager entities;

  @Inject
  private Environment environment;

  @Inject
  private KeptSecrets kept;

  @Inject
  private LogLock lock;

  @Inject
  private RetirementLock retirement;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource database;

  @Inject
  private PreviousKeys previous;

  @Inject
  private PublishedKeys published;

  @Inject
  private UserTransaction transaction;

  @Resource
  private ManagedExecutorService executor;

  @Deployment
  static WebArchive application() {
    return Deployments.with(PublishingKeysIT.class);
  }

  @Test
  void serversWithTheSameKeyAndWithOthersMayStartAtOnce() throws Exception {
    List<ServerKeys> keys = List.of(key("one"), key("two"), key("three"));
    for (int round = 0; round < ROUNDS; round++) {
      startAtOnce(keys);
    }
    for (ServerKeys key : keys) {
      for (KeyPurpose purpose : KeyPurpose.values()) {
        String keyId = key.of(purpose).keyId();
        assertTrue(published.find(keyId).isPresent());
        assertTrue(entriesAbout(keyId) >= 1);
      }
    }
    published.publishCurrent(new DatabaseReady());
    List<PublishedKey> current =
        published.all().stream().filter(key -> key.retiredAt().isEmpty()).toList();
    assertEquals(
        Set.of(KeyPurpose.values()),
        current.stream().map(PublishedKey::purpose).collect(Collectors.toSet()));
    assertEquals(KeyPurpose.values().length, current.size());
  }

  private void startAtOnce(List<ServerKeys> keys) throws Exception {
    CyclicBarrier start = new CyclicBarrier(SERVERS);
    List<Future<?>> starting = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      ServerKeys key = keys.get(i % keys.size());
      starting.add(executor.submit(() -> {
        start.await(60, TimeUnit.SECONDS);
        publish(key);
        return null;
      }));
    }
    for (Future<?> each : starting) {
      each.get(60, TimeUnit.SECONDS);
    }
  }

  private PublishedKeys with(ServerKeys key) {
    return new PublishedKeys(entities, key, previous, lock, retirement, audit, clock);
  }

  private void publish(ServerKeys key) throws Exception {
    transaction.begin();
    try {
      with(key).publishCurrent(new DatabaseReady());
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
    transaction.commit();
  }

  /** On H2 there is one server, and nobody signs while it starts. */
  @Test
  void noKeyIsRetiredWhileSomebodySignsWithIt() throws Exception {
    if (DatabaseProduct.isH2(database)) {
      return;
    }
    ServerKeys signing = key("three");
    publish(signing);
    List<String> ended = new CopyOnWriteArrayList<>();
    Future<?> retiring;
    transaction.begin();
    try {
      with(signing).forSigning(KeyPurpose.STATEMENT);
      retiring = executor.submit(() -> {
        publish(key("four"));
        ended.add("retired");
        return null;
      });
      awaitWaiting();
      ended.add("signed");
    } finally {
      transaction.commit();
    }
    retiring.get(60, TimeUnit.SECONDS);
    assertEquals(List.of("signed", "retired"), ended);
  }

  private void awaitWaiting() throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    while (((Number) entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .getSingleResult())
            .intValue()
        == 0) {
      assertTrue(Instant.now().isBefore(end), "nobody waits to retire the key");
      Thread.sleep(20);
    }
  }

  private ServerKeys key(String name) {
    return new ServerKeys(
        Optional.of(name + " of the servers that start at once"),
        Optional.empty(),
        "ed25519",
        kept,
        environment,
        new SecureRandom());
  }

  private long entriesAbout(String keyId) {
    return entities
        .createQuery(
            "SELECT COUNT(e) FROM AuditEntry e WHERE e.subject = :key AND e.action = 'key.published'",
            Long.class)
        .setParameter("key", keyId)
        .getSingleResult();
  }
}

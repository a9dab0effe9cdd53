package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.AuditEntry;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.Json;

/** Adds to the audit trail, always within the transaction of the change that it tells of. */
@Singleton
public class AuditTrail {

  private final EntityManager entities;

  @Inject
  public AuditTrail(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What a party did.
   *
   * @param commitment the party's commitment
   * @param action as {@code party.confirmed}
   * @param data without personal data
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void byParty(
      String commitment,
      Provenance how,
      String action,
      String contractId,
      Map<String, String> data,
      Instant when) {
    entities.persist(new AuditEntry(
        when,
        Actor.party(commitment),
        how.channel(),
        how.assurance(),
        action,
        contractId,
        Json.write(data)));
  }

  /** What a caller of the API did who acted in nobody's name. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void byCaller(
      Actor caller, String action, String subject, Map<String, String> data, Instant when) {
    add(caller, Channel.REST, action, subject, data, when);
  }

  /** What the server did by itself. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void bySystem(
      Channel channel, String action, String subject, Map<String, String> data, Instant when) {
    add(Actor.SYSTEM, channel, action, subject, data, when);
  }

  private void add(
      Actor actor,
      Channel channel,
      String action,
      String subject,
      Map<String, String> data,
      Instant when) {
    entities.persist(new AuditEntry(when, actor, channel, null, action, subject, Json.write(data)));
  }
}

package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.Json;

/**
 * Adds to the audit trail, always within the transaction of the change that it tells of. An entry gets its place in the
 * log soon after, from {@link WritingLog}, so that nobody waits for anybody here.
 */
@Singleton
public class AuditTrail {

  /**
   * How much of the record of a contract may be used up for something to be added to it. The proof of a contract has all
   * of its entries, and verifiers take no more than {@link Proof#MOST_OF_A_KIND}. What is cheap to cause has least, so that
   * it never takes the room of what matters more; what is never refused finds room behind the last of these.
   */
  public enum Room {
    /** For what nothing depends on: what was refused, read, asked and answered. */
    EXTRAS(Proof.MOST_OF_A_KIND / 4),

    /** For what became of notices, for what all are asked about anew, and for payments, which take more on their way out. */
    NOTICES(Proof.MOST_OF_A_KIND / 2),

    /** For what begins something that can end another way or without it, and for terms that were sent. */
    STEPS(Proof.MOST_OF_A_KIND * 7 / 10);

    private final int entries;

    Room(int entries) {
      this.entries = entries;
    }
  }

  // Written at once and not by the entity manager, which does not say in which order it writes.
  private static final String ADD =
      "INSERT INTO audit_entry (id, recorded_at, actor, channel, assurance, action, subject, data, chain)"
          + " VALUES (nextval('audit_entry_id'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  private static final String FIRST =
      "SELECT COUNT(*) FROM (SELECT id FROM audit_entry WHERE subject = ?1 LIMIT ?2) AS entries";
  private static final String QUEUE =
      "INSERT INTO audit_waiting (entry_id, chain, request_id) VALUES (currval('audit_entry_id'), ?1, ?2)";

  private final EntityManager entities;
  private final RequestIds requestIds;

  @Inject
  public AuditTrail(EntityManager entities, RequestIds requestIds) {
    this.entities = entities;
    this.requestIds = requestIds;
  }

  /**
   * What a party did with a contract. Where somebody in the office did it in the party’s name, an entry of its own says who: the
   * party’s has the form that proofs know, and its member {@code statement} is for such entries alone.
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
    Subject contract = Subject.contract(contractId);
    add(Actor.party(commitment), how.channel(), how.assurance(), action, contract, data, when);
    how.by().ifPresent(operator -> {
      Map<String, String> act = new HashMap<>(Map.of("act", action));
      Optional.ofNullable(data.get("statement"))
          .ifPresent(statement -> act.put("of_statement", statement));
      byCaller(operator, "operator.acted-for-party", contract, act, when);
    });
  }

  /** What a caller of the API did who acted in nobody's name. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void byCaller(
      Actor caller, String action, Subject subject, Map<String, String> data, Instant when) {
    add(caller, Channel.REST, null, action, subject, data, when);
  }

  /** What somebody tried in a party's name without having shown to be that party. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void byStranger(
      Actor stranger,
      Channel channel,
      String action,
      Subject subject,
      Map<String, String> data,
      Instant when) {
    add(stranger, channel, null, action, subject, data, when);
  }

  /** What the server did by itself. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void bySystem(
      Channel channel, String action, Subject subject, Map<String, String> data, Instant when) {
    add(Actor.SYSTEM, channel, null, action, subject, data, when);
  }

  /** Whether the record of this subject still has room for one entry more of such a kind. */
  @Transactional
  public boolean hasRoom(Subject subject, Room room) {
    Number entries = (Number) entities
        .createNativeQuery(FIRST)
        .setParameter(1, subject.id())
        .setParameter(2, room.entries)
        .getSingleResult();
    return entries.intValue() < room.entries;
  }

  private void add(
      Actor actor,
      Channel channel,
      Assurance assurance,
      String action,
      Subject subject,
      Map<String, String> data,
      Instant when) {
    String chain = subject.chain().orElse(null);
    Query entry = entities.createNativeQuery(ADD);
    entry.setParameter(1, Timestamp.from(when));
    entry.setParameter(2, actor.name());
    entry.setParameter(3, channel.name());
    entry.setParameter(4, assurance == null ? null : assurance.name());
    entry.setParameter(5, EntryDocument.requireAction(action));
    entry.setParameter(6, subject.id());
    entry.setParameter(7, Json.write(data));
    entry.setParameter(8, chain);
    entry.executeUpdate();
    entities
        .createNativeQuery(QUEUE)
        .setParameter(1, chain)
        .setParameter(2, requestIds.current().orElse(null))
        .executeUpdate();
  }
}

package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.entity.Screen;
import org.voicepact.ussd.entity.UssdSession;
import org.voicepact.ussd.entity.UssdStep;

/** Keeps sessions and what they have shown, so that every server knows where a caller is. */
@Singleton
public class UssdSessions {

  /** In which a session that broke can be taken up again. */
  private static final Duration TO_TAKE_UP = Duration.ofMinutes(3);

  private static final String SESSION = "ussd-session/1";
  private static final String PHONE = "ussd-phone/1";
  private static final String TYPED = "ussd-typed/1";
  private static final String NOBODY = "";

  private final EntityManager entities;
  private final Pseudonyms pseudonyms;

  @Inject
  public UssdSessions(EntityManager entities, Pseudonyms pseudonyms) {
    this.entities = entities;
    this.pseudonyms = pseudonyms;
  }

  /**
   * The session, made where it is new, which nobody else can read or change until the transaction ends.
   *
   * @param gatewayId the gateway's name for it
   * @param phone whose session it becomes where it is new; nobody's where it is empty
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UssdSession lock(String gatewayId, Optional<PhoneNumber> phone, Instant now) {
    String id = idOf(gatewayId);
    UssdSession locked = null;
    while (locked == null) {
      insertIfMissing(id, phone.map(this::digest).orElse(NOBODY), now);
      // It may have been forgotten in between.
      locked = entities.find(UssdSession.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
    return locked;
  }

  private void insertIfMissing(String id, String phone, Instant now) {
    entities
        .createNativeQuery("INSERT INTO ussd_session (id, phone, opened_at, touched_at)"
            + " VALUES (?1, ?2, ?3, ?3) ON CONFLICT DO NOTHING")
        .setParameter(1, id)
        .setParameter(2, phone)
        .setParameter(3, Timestamp.from(now))
        .executeUpdate();
  }

  /** By which a session is known here, and in the evidence. */
  String idOf(String gatewayId) {
    return pseudonyms.of(SESSION, gatewayId);
  }

  boolean isOf(UssdSession session, PhoneNumber phone) {
    return session.isOf(digest(phone));
  }

  private String digest(PhoneNumber phone) {
    return pseudonyms.of(PHONE, phone.e164());
  }

  /** What the session has shown, the first first. */
  @Transactional
  List<UssdStep> steps(String sessionId) {
    return entities
        .createQuery(
            "SELECT s FROM UssdStep s WHERE s.sessionId = :session ORDER BY s.position",
            UssdStep.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /**
   * @param typed all inputs before it, joined by stars
   */
  @Transactional
  UssdStep add(UssdSession session, int position, String typed, Screen screen) {
    UssdStep step =
        new UssdStep(session.id(), position, typed.length(), digest(session, typed), screen);
    entities.persist(step);
    return step;
  }

  /** Whether a step came after these inputs. */
  boolean isAfter(UssdSession session, UssdStep step, String typed) {
    return step.typedLength() == typed.length() && step.isAfter(digest(session, typed));
  }

  /** Whether a step came after the first of these inputs. */
  boolean isOnTheWayTo(UssdSession session, UssdStep step, String typed) {
    int length = step.typedLength();
    return length < typed.length()
        && (length == 0 || typed.charAt(length) == History.BETWEEN)
        && step.isAfter(digest(session, typed.substring(0, length)));
  }

  private String digest(UssdSession session, String typed) {
    return pseudonyms.of(TYPED, session.id() + " " + typed);
  }

  /** The last screen of the same caller's session before, where that was not long ago. */
  @Transactional
  Optional<UssdStep> lastOfSessionBefore(UssdSession session, PhoneNumber phone, Instant now) {
    return entities
        .createQuery(
            "SELECT s.id FROM UssdSession s WHERE s.phone = :phone AND s.id <> :present"
                + " AND s.touchedAt >= :since ORDER BY s.touchedAt DESC, s.id",
            String.class)
        .setParameter("phone", digest(phone))
        .setParameter("present", session.id())
        .setParameter("since", now.minus(TO_TAKE_UP))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .flatMap(id -> steps(id).stream().reduce((before, after) -> after));
  }

  /** Forgets the sessions that were opened before this time, and the words of those about contracts whose personal data is erased. */
  @Transactional
  public void forgetBefore(Instant time) {
    // Their steps go with them.
    entities
        .createQuery("DELETE FROM UssdSession s WHERE s.openedAt < :time")
        .setParameter("time", time)
        .executeUpdate();
    entities
        .createQuery("UPDATE UssdStep s SET s.screen = NULL WHERE s.screen IS NOT NULL"
            + " AND s.contractId IN"
            + " (SELECT c.id FROM Contract c WHERE c.personalDataErasedAt IS NOT NULL)")
        .executeUpdate();
  }

  /** Blanks all screens that a number was shown: also those of a list may name what is erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  void eraseScreensOf(PhoneNumber phone) {
    entities
        .createQuery("UPDATE UssdStep s SET s.screen = NULL WHERE s.sessionId IN"
            + " (SELECT u.id FROM UssdSession u WHERE u.phone = :phone)")
        .setParameter("phone", digest(phone))
        .executeUpdate();
  }
}

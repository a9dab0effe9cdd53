package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;

/** Who wants nothing but answers to their own messages. It outlasts the person's data: it is kept by a keyed digest. */
@Singleton
public class OptOuts {

  private static final String PHONE = "opt-out/1";

  private final EntityManager entities;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  @Inject
  public OptOuts(EntityManager entities, Pseudonyms pseudonyms, Clock clock) {
    this.entities = entities;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** Twice is as good as once, also at the same time. */
  @Transactional
  public void add(PhoneNumber phone) {
    entities
        .createNativeQuery(
            "INSERT INTO sms_opt_out (phone, since) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, pseudonyms.of(PHONE, phone.e164()))
        .setParameter(2, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  @Transactional
  public void remove(PhoneNumber phone) {
    entities
        .createQuery("DELETE FROM OptOut o WHERE o.phone IN :digests")
        .setParameter("digests", digests(phone))
        .executeUpdate();
  }

  @Transactional
  public boolean has(PhoneNumber phone) {
    List<String> digests = digests(phone);
    List<String> known = entities
        .createQuery("SELECT o.phone FROM OptOut o WHERE o.phone IN :digests", String.class)
        .setParameter("digests", digests)
        .getResultList();
    if (!known.isEmpty() && !known.contains(digests.get(0))) {
      add(phone);
    }
    return !known.isEmpty();
  }

  /** Under former secrets as well, from which it is carried over: a change of {@code SECRET_KEY} must not undo a wish. */
  private List<String> digests(PhoneNumber phone) {
    return pseudonyms.all(PHONE, phone.e164());
  }
}

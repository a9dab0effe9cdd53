package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OptOut;

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
        .setParameter(1, digest(phone))
        .setParameter(2, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  @Transactional
  public void remove(PhoneNumber phone) {
    entities
        .createQuery("DELETE FROM OptOut o WHERE o.phone = :phone")
        .setParameter("phone", digest(phone))
        .executeUpdate();
  }

  @Transactional
  public boolean has(PhoneNumber phone) {
    return entities.find(OptOut.class, digest(phone)) != null;
  }

  private String digest(PhoneNumber phone) {
    return pseudonyms.of(PHONE, phone.e164());
  }
}

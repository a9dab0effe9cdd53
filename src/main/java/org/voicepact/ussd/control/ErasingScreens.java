package org.voicepact.ussd.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.voicepact.contract.entity.PersonalDataErased;

/** Blanks the screens about a contract whose personal data is erased, within the same transaction. */
@Singleton
public class ErasingScreens {

  private final EntityManager entities;
  private final UssdSessions sessions;

  @Inject
  public ErasingScreens(EntityManager entities, UssdSessions sessions) {
    this.entities = entities;
    this.sessions = sessions;
  }

  void erased(@Observes PersonalDataErased event) {
    entities
        .createQuery("UPDATE UssdStep s SET s.screen = NULL WHERE s.contractId = :contract")
        .setParameter("contract", event.contract().value())
        .executeUpdate();
    event.phones().forEach(sessions::eraseScreensOf);
  }
}

package org.voicepact.platform.control;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the container's entity manager injectable through constructors. */
@Singleton
class EntityManagerProducer {

  @Produces
  @PersistenceContext(unitName = "voicepact")
  private EntityManager entityManager;
}

package org.voicepact.platform.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.reflect.InvocationTargetException;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * Keeps EclipseLink from trying a query again where the connection was lost: it would sleep for five seconds before each
 * of three attempts while the caller waits. No property of the persistence unit says so, and the server does not show
 * EclipseLink's classes to applications; so its login is reached by reflection.
 */
@Singleton
public class QueryRetries {

  private final EntityManager entities;

  @Inject
  public QueryRetries(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * @throws IllegalStateException where the persistence provider is another one
   */
  @Transactional
  public void end(@Observes DatabaseReady ready) {
    try {
      Object session = call(entities.getDelegate(), "getServerSession");
      Object login = call(session, "getLogin");
      login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the persistence provider is not EclipseLink", e);
    }
  }

  private static Object call(Object target, String getter)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(getter).invoke(target);
  }
}

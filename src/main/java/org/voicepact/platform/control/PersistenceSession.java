package org.voicepact.platform.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * What EclipseLink must be told beyond the properties of the persistence unit. The server does not show its classes to
 * applications, so they are reached by reflection.
 */
@Singleton
public class PersistenceSession {

  private final EntityManager entities;
  private volatile Object session;

  @Inject
  public PersistenceSession(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Keeps it from trying a query again where the connection was lost: it would sleep for five seconds before each of
   * three attempts while the caller waits.
   *
   * @throws IllegalStateException where the persistence provider is another one
   */
  @Transactional
  public void endRetries(@Observes DatabaseReady ready) {
    try {
      Object found = call(entities.getDelegate(), "getServerSession");
      Object login = call(found, "getLogin");
      login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
      session = found;
    } catch (ReflectiveOperationException e) {
      throw notEclipseLink(e);
    }
  }

  /**
   * Lets it ask the database for new keys from now on. It takes fifty at once from a sequence; a database that broke down
   * may have forgotten that, and would give them away a second time.
   */
  void forgetKeys() {
    Object known = session;
    if (known == null) {
      return;
    }
    try {
      Method control = known.getClass().getMethod("getSequencingControl");
      // The class itself is not public, only its interface.
      control.getReturnType().getMethod("initializePreallocated").invoke(control.invoke(known));
    } catch (ReflectiveOperationException e) {
      throw notEclipseLink(e);
    }
  }

  private static IllegalStateException notEclipseLink(ReflectiveOperationException e) {
    return new IllegalStateException("the persistence provider is not EclipseLink", e);
  }

  private static Object call(Object target, String getter)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(getter).invoke(target);
  }
}

package org.voicepact.platform.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** What stands in the place of connections and statements and passes calls on to them. */
final class Delegation {

  private Delegation() {}

  /** Fails as the method that is called does. */
  static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  static <T> T proxy(InvocationHandler handler, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(Delegation.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

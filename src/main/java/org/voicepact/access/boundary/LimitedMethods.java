package org.voicepact.access.boundary;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.voicepact.access.entity.Limited;

/**
 * Which requests are under a limit, by the method that answers them: those of the API and, beside it, what names its limit.
 * Questions of browsers before they send a request (CORS) are not, only the request itself.
 */
@Singleton
class LimitedMethods {

  private static final String API = "api/";

  // To look through the annotations again for each request would cost more than to count it.
  private final Map<Method, Boolean> exempt = new ConcurrentHashMap<>();

  /**
   * @param method null where none answers
   */
  boolean isLimited(ContainerRequestContext request, Method method) {
    return (isApi(request) || limitOf(method).isPresent())
        && !request.getMethod().equals(HttpMethod.OPTIONS)
        && !isExempt(method);
  }

  private static boolean isApi(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath(false);
    return path.startsWith(API, path.startsWith("/") ? 1 : 0);
  }

  /** The limit that a method names; empty where it names none, or where no method answers. */
  static Optional<Limited> limitOf(Method method) {
    return Optional.ofNullable(method)
        .map(known -> known.getAnnotation(RateLimited.class))
        .map(RateLimited::value);
  }

  private boolean isExempt(Method method) {
    return method != null && exempt.computeIfAbsent(method, LimitedMethods::namesExemption);
  }

  private static boolean namesExemption(Method method) {
    return Stream.of(method, method.getDeclaringClass())
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(type -> type == NotLimited.class || type.isAnnotationPresent(NotLimited.class));
  }
}

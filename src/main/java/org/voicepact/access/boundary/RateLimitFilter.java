package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voicepact.access.entity.Allowance;
import org.voicepact.access.entity.Limited;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.entity.TooManyRequests;

/**
 * Refuses what comes too often, and tells each caller what it has left, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10. It counts after the authorization, so that one who may not act on a
 * contract cannot use up what that contract's parties have; a request that was refused before, or that no
 * resource answers, is counted by the default limit when its answer leaves.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String API = "api/";
  private static final String CONTRACT_ID = "id";
  private static final String SEEN = RateLimitFilter.class.getName();

  @Context
  private ResourceInfo resource;

  @Inject
  private RequestLimits limits;

  @Inject
  private RefusalMapper refusals;

  // To look through the annotations again for each request would cost more than to count it.
  private final Map<Method, Boolean> exempt = new ConcurrentHashMap<>();

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(SEEN, true);
    if (!isLimited(request)) {
      return;
    }
    count(limitOf(resource.getResourceMethod()).orElse(Limited.DEFAULT), request);
  }

  private void count(Limited limited, ContainerRequestContext request) {
    switch (limited) {
      case CREATE, VERIFY, DEFAULT -> limits.countCaller(limited);
      case OTP -> limits.countAddress(limited);
      case CONFIRM -> {
        limits.countAddress(limited);
        // Where the path names none, the body does, with a number that is counted.
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(CONTRACT_ID))
            .ifPresent(id -> limits.countContract(limited, id));
      }
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SEEN) == null && isLimited(request)) {
      try {
        limits.countCaller(Limited.DEFAULT);
      } catch (TooManyRequests refusal) {
        replace(response, refusals.toResponse(refusal));
      }
    }
    List<Allowance> counted = limits.counted();
    if (!counted.isEmpty()) {
      response.getHeaders().putSingle("RateLimit-Policy", joined(counted, RateLimitFilter::policy));
      response.getHeaders().putSingle("RateLimit", joined(counted, RateLimitFilter::remaining));
    }
  }

  /**
   * The API and, beside it, what names its limit. Questions of browsers before they send a request (CORS) are not
   * counted, only the request itself.
   */
  private boolean isLimited(ContainerRequestContext request) {
    return (isApi(request) || limitOf(resource.getResourceMethod()).isPresent())
        && !request.getMethod().equals(HttpMethod.OPTIONS)
        && !isExempt(resource.getResourceMethod());
  }

  private static boolean isApi(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath(false);
    return path.startsWith(API, path.startsWith("/") ? 1 : 0);
  }

  /** The limit that a method names; empty where it names none, or where no method answers. */
  private static Optional<Limited> limitOf(Method method) {
    return Optional.ofNullable(method)
        .map(known -> known.getAnnotation(RateLimited.class))
        .map(RateLimited::value);
  }

  private boolean isExempt(Method method) {
    return method != null && exempt.computeIfAbsent(method, RateLimitFilter::namesExemption);
  }

  private static boolean namesExemption(Method method) {
    return Stream.of(method, method.getDeclaringClass())
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(type -> type == NotLimited.class || type.isAnnotationPresent(NotLimited.class));
  }

  private static void replace(ContainerResponseContext response, Response problem) {
    response.setStatusInfo(problem.getStatusInfo());
    response.getHeaders().putAll(problem.getHeaders());
    response.setEntity(problem.getEntity(), new Annotation[0], problem.getMediaType());
  }

  private static String joined(List<Allowance> counted, Function<Allowance, String> item) {
    return counted.stream().map(item).collect(Collectors.joining(", "));
  }

  private static String policy(Allowance allowance) {
    return "\"" + allowance.policy() + "\";q=" + allowance.limit().amount() + ";w="
        + allowance.limit().window().toSeconds();
  }

  private static String remaining(Allowance allowance) {
    return "\"" + allowance.policy() + "\";r=" + allowance.remaining() + ";t="
        + TooManyRequests.wholeSeconds(allowance.untilWhole());
  }
}

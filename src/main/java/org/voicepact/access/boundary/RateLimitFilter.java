package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.access.entity.Allowance;
import org.voicepact.access.entity.Limited;
import org.voicepact.platform.entity.TooManyRequests;

/**
 * Refuses what comes too often, and tells each caller what it has left, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10. It counts after the authorization, so that one who may not act on a
 * contract cannot use up what that contract's parties have; what was refused before, {@link RefusedRequestsFilter} counts.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String CONTRACT_ID = "id";
  private static final String SEEN = RateLimitFilter.class.getName();

  @Context
  private ResourceInfo resource;

  @Inject
  private LimitedMethods limited;

  @Inject
  private RequestLimits limits;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(SEEN, true);
    Method method = resource.getResourceMethod();
    if (limited.isLimited(request, method)) {
      count(LimitedMethods.limitOf(method).orElse(Limited.DEFAULT), request);
    }
  }

  static boolean hasSeen(ContainerRequestContext request) {
    return request.getProperty(SEEN) != null;
  }

  private void count(Limited kind, ContainerRequestContext request) {
    switch (kind) {
      case CREATE, VERIFY, DEFAULT -> limits.countCaller(kind);
      case OTP -> limits.countAddress(kind);
      case CONFIRM -> {
        limits.countAddress(kind);
        // Where the path names none, the body does, with a number that is counted.
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(CONTRACT_ID))
            .ifPresent(id -> limits.countContract(kind, id));
      }
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    List<Allowance> counted = limits.counted();
    if (!counted.isEmpty()) {
      response.getHeaders().putSingle("RateLimit-Policy", joined(counted, RateLimitFilter::policy));
      response.getHeaders().putSingle("RateLimit", joined(counted, RateLimitFilter::remaining));
    }
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

package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.voicepact.access.entity.Limited;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.boundary.Replaced;
import org.voicepact.platform.entity.TooManyRequests;

/**
 * Counts, by the default limit, what {@link RateLimitFilter} has not seen, because it was refused before or no resource
 * answers it. It comes before all that makes an answer readable for its caller, so that what it says in the place of
 * another answer is made readable, too.
 */
@Provider
@Priority(Priorities.USER + 600)
public class RefusedRequestsFilter implements ContainerResponseFilter {

  @Context
  private ResourceInfo resource;

  @Inject
  private LimitedMethods limited;

  @Inject
  private RequestLimits limits;

  @Inject
  private RefusalMapper refusals;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (RateLimitFilter.hasSeen(request)
        || !limited.isLimited(request, resource.getResourceMethod())) {
      return;
    }
    try {
      limits.countCaller(Limited.DEFAULT);
    } catch (TooManyRequests refusal) {
      Replaced.by(refusals.toResponse(refusal), response);
    }
  }
}

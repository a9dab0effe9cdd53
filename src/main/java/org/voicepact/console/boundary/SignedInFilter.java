package org.voicepact.console.boundary;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.voicepact.access.boundary.CurrentCaller;

/**
 * Leads whoever opens a page of the console without having signed in to the form for it, and back afterwards. What a
 * caller without a credential may do in mode {@code open} is for the API alone.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 500)
public class SignedInFilter implements ContainerRequestFilter {

  @Context
  private ResourceInfo resource;

  @Inject
  private CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!ConsolePath.is(request)
        || resource.getResourceMethod() == null
        || resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
        || !current.get().isAnonymous()) {
      return;
    }
    String wanted = request.getMethod().equals(HttpMethod.GET)
        ? request.getUriInfo().getRequestUri().getRawPath() + query(request)
        : "";
    request.abortWith(Response.status(Response.Status.SEE_OTHER)
        .header(
            HttpHeaders.LOCATION,
            ConsolePath.ROOT + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
        .build());
  }

  private static String query(ContainerRequestContext request) {
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return query == null ? "" : "?" + query;
  }
}

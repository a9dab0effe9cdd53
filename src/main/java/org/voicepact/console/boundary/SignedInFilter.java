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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.voicepact.access.boundary.CurrentCaller;

/**
 * Leads whoever opens a page of the console without having signed in to the form for it, and back afterwards. Who
 * sends a form after the session was over gets the form back with what was typed. What a caller without a credential may do in mode {@code open} is for the API alone.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 500)
public class SignedInFilter implements ContainerRequestFilter {

  /** By which the page for signing in is told that what a button stands for was not done. */
  private static final String OVER = "&failed=over";

  @Context
  private ResourceInfo resource;

  @Inject
  private CurrentCaller current;

  @Inject
  private KeptFormPage kept;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!ConsolePath.is(request)
        || resource.getResourceMethod() == null
        || resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
        || !current.get().isAnonymous()) {
      return;
    }
    request.abortWith(
        request.getMethod().equals(HttpMethod.GET)
            ? signIn(request.getUriInfo().getRequestUri().getRawPath() + query(request), "")
            : kept.page(Response.Status.UNAUTHORIZED.getStatusCode())
                .map(Page::response)
                .orElseGet(() -> signIn(ConsolePath.pageOf(ConsolePath.of(request)), OVER)));
  }

  private static Response signIn(String next, String more) {
    return Pages.seeOther(
        ConsolePath.ROOT + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + more);
  }

  private static String query(ContainerRequestContext request) {
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return query == null ? "" : "?" + query;
  }
}

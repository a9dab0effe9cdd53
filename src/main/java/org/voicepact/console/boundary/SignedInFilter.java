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
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.voicepact.access.boundary.CurrentCaller;

/**
 * Leads whoever opens a page of the console without having signed in to the form for it, and back afterwards. What a
 * caller without a credential may do in mode {@code open} is for the API alone.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 500)
public class SignedInFilter implements ContainerRequestFilter {

  /** How the page for signing in is told that a form was not taken. */
  private static final String OVER = "over";

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
    boolean isForm = !request.getMethod().equals(HttpMethod.GET);
    String wanted = isForm
        ? pageOfForm(request)
        : request.getUriInfo().getRequestUri().getRawPath() + query(request);
    request.abortWith(Response.status(Response.Status.SEE_OTHER)
        .header(
            HttpHeaders.LOCATION,
            ConsolePath.ROOT + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                + (isForm ? "&failed=" + OVER : ""))
        .build());
  }

  /** What was typed into a form is lost when its session is over; back to it, then, with a word about that. */
  private static String pageOfForm(ContainerRequestContext request) {
    try {
      String path =
          new URI(Objects.requireNonNullElse(request.getHeaderString("Referer"), "")).getRawPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String query(ContainerRequestContext request) {
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return query == null ? "" : "?" + query;
  }
}

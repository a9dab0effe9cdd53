package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.voicepact.access.control.CrossOriginPolicy;

/**
 * Answers preflights and tells browsers which pages may read an answer, problems included. Liberty's own
 * {@code <cors>} does neither: its values cannot differ by environment unless all are set, it takes blanks for parts
 * of an origin, and a wrong value does not stop the start.
 */
@Provider
@PreMatching
@Priority(110)
public class CrossOriginFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String ORIGIN = "Origin";
  private static final String ASKED_METHOD = "Access-Control-Request-Method";
  private static final String ASKED_HEADERS = "Access-Control-Request-Headers";

  @Inject
  private CrossOriginPolicy policy;

  @Override
  public void filter(ContainerRequestContext request) {
    if (isPreflight(request)) {
      request.abortWith(Response.noContent().build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().add(HttpHeaders.VARY, ORIGIN);
    List<String> origins = request.getHeaders().getOrDefault(ORIGIN, List.of());
    if (origins.size() == 1) {
      fields(request, origins.get(0).strip()).forEach(response.getHeaders()::putSingle);
    }
    if (isPreflight(request)) {
      response.getHeaders().add(HttpHeaders.VARY, ASKED_METHOD + ", " + ASKED_HEADERS);
    }
  }

  private Map<String, String> fields(ContainerRequestContext request, String origin) {
    return isPreflight(request)
        ? policy.preflightAnswer(
            origin,
            request.getHeaderString(ASKED_METHOD),
            Objects.requireNonNullElse(request.getHeaderString(ASKED_HEADERS), ""))
        : policy.answer(origin);
  }

  private static boolean isPreflight(ContainerRequestContext request) {
    return HttpMethod.OPTIONS.equals(request.getMethod())
        && request.getHeaderString(ORIGIN) != null
        && request.getHeaderString(ASKED_METHOD) != null;
  }
}

package org.voicepact.console.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.voicepact.access.boundary.SeeOther;
import org.voicepact.platform.boundary.Problem;
import org.voicepact.platform.boundary.Replaced;

/**
 * What goes wrong with a page is said on a page, and what was typed into a form is given back on it. Programs that call what
 * stands below {@code /console} for them too, as the form to sign in, get problems as from every operation. It comes before the headers for answers of the API.
 */
@Provider
@Priority(Priorities.USER + 500)
public class ErrorPageFilter implements ContainerResponseFilter {

  @Context
  private ResourceInfo resource;

  @Inject
  private Pages pages;

  @Inject
  private KeptFormPage kept;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!ConsolePath.is(request) || !(response.getEntity() instanceof Problem problem)) {
      return;
    }
    if (isReloaded(request, problem)) {
      Replaced.by(Pages.seeOther(ConsolePath.pageOf(ConsolePath.of(request))), response);
    } else if (isOfPage() || isForPeople(request)) {
      Replaced.by(page(request, problem), response);
    }
  }

  private Response page(ContainerRequestContext request, Problem problem) {
    boolean isPosted = !request.getMethod().equals(HttpMethod.GET);
    return kept.page(problem.status())
        .orElseGet(() -> pages.page("error", "").status(problem.status()))
        .with("posted", isPosted)
        .with("back", ConsolePath.pageOf(ConsolePath.of(request)))
        .with("status", problem.status())
        .with("detail", problem.detail())
        .with("request_id", problem.requestId())
        .response();
  }

  private boolean isOfPage() {
    Class<?> answering = resource.getResourceClass();
    return answering != null
        && answering.getPackageName().equals(ErrorPageFilter.class.getPackageName());
  }

  private static boolean isForPeople(ContainerRequestContext request) {
    return SeeOther.isForPeople(request.getHeaderString(HttpHeaders.ACCEPT));
  }

  /**
   * A form that was refused is shown at the address that it was sent to. Who opens that address anew, or follows it from the
   * history, wants the page that the form stands on.
   */
  private static boolean isReloaded(ContainerRequestContext request, Problem problem) {
    return problem.status() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()
        && request.getMethod().equals(HttpMethod.GET)
        && isForPeople(request);
  }
}

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
import java.lang.annotation.Annotation;
import org.voicepact.access.boundary.SeeOther;
import org.voicepact.platform.boundary.Problem;

/**
 * What goes wrong with a page is said on a page. What programs call below {@code /console}, as the form to sign in, answers
 * with problems as every operation does. It comes before the headers for answers of the API.
 */
@Provider
@Priority(Priorities.USER + 500)
public class ErrorPageFilter implements ContainerResponseFilter {

  @Context
  private ResourceInfo resource;

  @Inject
  private Pages pages;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (ConsolePath.is(request)
        && response.getEntity() instanceof Problem problem
        && (isOfPage() || isMistyped(request, problem))) {
      Response page = pages
          .page("error", "")
          .with("status", problem.status())
          .with("detail", problem.detail())
          .with("request_id", problem.requestId())
          .status(problem.status())
          .response();
      response.getHeaders().putAll(page.getHeaders());
      response.setEntity(page.getEntity(), new Annotation[0], page.getMediaType());
    }
  }

  private boolean isOfPage() {
    Class<?> answering = resource.getResourceClass();
    return answering != null
        && answering.getPackageName().equals(ErrorPageFilter.class.getPackageName());
  }

  /** A person has typed an address at which there is nothing. */
  private boolean isMistyped(ContainerRequestContext request, Problem problem) {
    return resource.getResourceClass() == null
        && problem.status() == Response.Status.NOT_FOUND.getStatusCode()
        && request.getMethod().equals(HttpMethod.GET)
        && SeeOther.isForPeople(request.getHeaderString(HttpHeaders.ACCEPT));
  }
}

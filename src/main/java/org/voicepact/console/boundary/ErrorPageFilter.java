package org.voicepact.console.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.voicepact.platform.boundary.Problem;

/** What went wrong on the way to a page is said on a page. It comes before the headers for answers of the API. */
@Provider
@Priority(Priorities.USER + 500)
public class ErrorPageFilter implements ContainerResponseFilter {

  @Inject
  private Pages pages;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (ConsolePath.is(request)
        && isForPeople(request)
        && response.getEntity() instanceof Problem problem) {
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

  /** Programs send the forms as well, and read problem responses. */
  private static boolean isForPeople(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    return request.getMethod().equals(HttpMethod.GET)
        || accept != null && accept.contains(MediaType.TEXT_HTML);
  }
}

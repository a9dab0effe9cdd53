package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.voicepact.platform.control.RequestIds;

/** Sends the request id back as {@code X-Request-Id}. */
@Provider
public class RequestIdFilter implements ContainerResponseFilter {

  @Inject
  private RequestIds ids;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    ids.current().ifPresent(id -> response.getHeaders().putSingle(RequestIdListener.HEADER, id));
  }
}

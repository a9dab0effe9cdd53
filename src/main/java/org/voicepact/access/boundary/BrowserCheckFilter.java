package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.voicepact.access.control.BrowserCheck;

/** Refuses what a browser sends for a page of another site, before anything of the request is read. */
@Provider
@PreMatching
@Priority(120)
public class BrowserCheckFilter implements ContainerRequestFilter {

  @Inject
  private BrowserCheck check;

  @Override
  public void filter(ContainerRequestContext request) {
    check.check(
        request.getMethod(),
        values(request, "Origin"),
        values(request, "Sec-Fetch-Site"),
        request.getHeaderString(HttpHeaders.HOST));
  }

  private static List<String> values(ContainerRequestContext request, String header) {
    return request.getHeaders().getOrDefault(header, List.of());
  }
}

package org.voicepact.platform.boundary;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Nothing has a name with U+0000 in it; PostgreSQL does not even let one ask for it. */
@Provider
@PreMatching
@Priority(210)
public class PathFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().indexOf(0) >= 0) {
      throw new NotFoundException();
    }
  }
}

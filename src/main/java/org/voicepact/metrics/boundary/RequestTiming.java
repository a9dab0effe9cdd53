package org.voicepact.metrics.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.metrics.Timer;
import org.voicepact.metrics.control.Counters;

/** Counts answers by their status and takes the time of requests, as the first filter that they meet and the last. */
@Provider
@PreMatching
@Priority(1)
public class RequestTiming implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String RUNNING = RequestTiming.class.getName();

  @Inject
  private Counters counters;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(RUNNING, counters.time());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    counters.answered(response.getStatus());
    if (request.getProperty(RUNNING) instanceof Timer.Context running) {
      running.stop();
    }
  }
}

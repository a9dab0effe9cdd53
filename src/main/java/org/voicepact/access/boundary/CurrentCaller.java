package org.voicepact.access.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.voicepact.access.entity.Caller;

/** Who makes the present request. */
@RequestScoped
public class CurrentCaller {

  private final HttpServletRequest request;

  /** For the container's proxy. */
  protected CurrentCaller() {
    this(null);
  }

  @Inject
  public CurrentCaller(HttpServletRequest request) {
    this.request = request;
  }

  public Caller get() {
    return request.getUserPrincipal() instanceof AuthenticatedCaller authenticated
        ? authenticated.caller()
        : Caller.anonymous(Set.of());
  }
}

package org.voicepact.access.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import org.voicepact.access.control.NamingCaller;
import org.voicepact.access.entity.Caller;
import org.voicepact.evidence.entity.Actor;

/** Who makes the present request. */
@Singleton
public class CurrentCaller {

  private final HttpServletRequest request;
  private final NamingCaller naming;

  @Inject
  public CurrentCaller(HttpServletRequest request, NamingCaller naming) {
    this.request = request;
    this.naming = naming;
  }

  public Caller get() {
    return standing().caller();
  }

  /** The same for a connection that outlives its request. */
  public StandingCaller standing() {
    return StandingCaller.of(KnownCaller.of(request));
  }

  /** As the audit trail names this caller. */
  public Actor actor() {
    return naming.name(get());
  }
}

package org.voicepact.access.boundary;

import java.security.Principal;
import java.util.Set;
import java.util.function.Supplier;
import org.voicepact.access.entity.Caller;

/**
 * Who holds a connection that stays open after its request.
 *
 * @param caller who it was when the connection began
 * @param again finds out who it is now, by the same credential; fails with
 *     {@link org.voicepact.access.entity.AccessRefusal} where a key was revoked or a token is over
 */
public record StandingCaller(Caller caller, Supplier<Caller> again) {

  /**
   * @param principal of a request or of a socket; null where nobody was asked who it is
   */
  public static StandingCaller of(Principal principal) {
    Caller nobody = Caller.anonymous(Set.of());
    return principal instanceof AuthenticatedCaller authenticated
        ? new StandingCaller(authenticated.caller(), authenticated.again())
        : new StandingCaller(nobody, () -> nobody);
  }
}

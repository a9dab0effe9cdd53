package org.voicepact.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.voicepact.access.control.Authenticating;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Credentials;
import org.voicepact.platform.boundary.ClientAddress;

/**
 * Tells the container who calls, in every mode: anonymous, by key or by token. A wrong credential becomes a
 * caller who may do nothing, and {@link CredentialFilter} answers with the reason in the form of all other
 * problems; Liberty by itself would write a page of its own.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

  static final String API_KEY = "X-API-Key";

  /** The attribute of a request whose credential was refused. */
  static final String REFUSAL = AccessRefusal.class.getName();

  private final Authenticating authenticating;

  /** For the container's proxy. */
  protected CallerAuthentication() {
    this(null);
  }

  @Inject
  public CallerAuthentication(Authenticating authenticating) {
    this.authenticating = authenticating;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Credentials presented =
        new Credentials(values(request, API_KEY), values(request, "Authorization"));
    boolean local = ClientAddress.isFromThisMachine(request);
    Supplier<Caller> again = () -> authenticating.authenticate(presented, local);
    Caller caller = caller(request, again);
    return context.notifyContainerAboutLogin(
        new AuthenticatedCaller(caller, again), caller.roles());
  }

  private static Caller caller(HttpServletRequest request, Supplier<Caller> authenticated) {
    try {
      return authenticated.get();
    } catch (AccessRefusal refusal) {
      request.setAttribute(REFUSAL, refusal);
      return Caller.anonymous(Set.of());
    }
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}

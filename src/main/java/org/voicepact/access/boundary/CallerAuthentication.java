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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.voicepact.access.control.Authenticating;
import org.voicepact.access.control.Sessions;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Credentials;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.platform.boundary.ClientAddress;

/**
 * Finds out who calls, in every mode: anonymous, by key, by token, or as an operator by cookie. A wrong credential becomes a
 * caller who may do nothing, and {@link CredentialFilter} answers with the reason in the form of all other
 * problems; Liberty by itself would write a page of its own.
 *
 * <p>The request tells who it is. The container learns of a token as well, so that MicroProfile JWT can inject its claims;
 * of others not, because its login costs more than all else that a small request needs.
 *
 * <p>Where a header has a credential the cookie is not looked at: a header is sent on purpose, a cookie by the browser. A
 * cookie whose session is over is none, so that who comes back too late sees the form to sign in and no problem.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

  static final String API_KEY = "X-API-Key";

  /** The attribute of a request whose credential was refused. */
  static final String REFUSAL = AccessRefusal.class.getName();

  private final Authenticating authenticating;
  private final Sessions sessions;
  private final SessionCookies cookies;

  /** For the container's proxy. */
  protected CallerAuthentication() {
    this(null, null, null);
  }

  @Inject
  public CallerAuthentication(
      Authenticating authenticating, Sessions sessions, SessionCookies cookies) {
    this.authenticating = authenticating;
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Credentials presented =
        new Credentials(values(request, API_KEY), values(request, "Authorization"));
    boolean local = ClientAddress.isFromThisMachine(request);
    Optional<String> session = presented.areAbsent() ? cookies.session(request) : Optional.empty();
    Optional<SignedIn> operator = session.flatMap(sessions::use);
    if (operator.isPresent()) {
      OperatorSession.begin(request, operator.get());
      Caller caller = Caller.operator(operator.get());
      return known(context, caller, () -> signedIn(session.get()));
    }
    Supplier<Caller> again = () -> authenticating.authenticate(presented, local);
    return known(context, caller(request, again), again);
  }

  private static AuthenticationStatus known(
      HttpMessageContext context, Caller caller, Supplier<Caller> again) {
    AuthenticatedCaller authenticated = new AuthenticatedCaller(caller, again);
    // Not withRequest(): Liberty (26.0.0.3) keeps that to itself.
    context
        .getMessageInfo()
        .setRequestMessage(new KnownCaller(context.getRequest(), authenticated));
    return caller.claims().isEmpty()
        ? context.doNothing()
        : context.notifyContainerAboutLogin(authenticated, caller.roles());
  }

  /** A connection that stays open keeps no session from ending. */
  private Caller signedIn(String session) {
    return sessions
        .find(session)
        .map(Caller::operator)
        .orElseThrow(AccessRefusal::credentialNeeded);
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

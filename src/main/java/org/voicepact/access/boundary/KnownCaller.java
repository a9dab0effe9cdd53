package org.voicepact.access.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/**
 * A request with the caller that {@link CallerAuthentication} has found, for filters, resources and sockets: a wrapper as Jakarta
 * Authentication 3.0, section 3.8.3.5, lets a mechanism put one in the request’s place.
 */
final class KnownCaller extends HttpServletRequestWrapper {

  private static final String ATTRIBUTE = KnownCaller.class.getName();

  private final AuthenticatedCaller caller;

  KnownCaller(HttpServletRequest request, AuthenticatedCaller caller) {
    super(request);
    this.caller = caller;
    // Beans are given the request from before the wrapper.
    request.setAttribute(ATTRIBUTE, caller);
  }

  /** Null where the mechanism was not asked. */
  static Principal of(HttpServletRequest request) {
    return (Principal) request.getAttribute(ATTRIBUTE);
  }

  @Override
  public Principal getUserPrincipal() {
    return caller;
  }

  @Override
  public String getRemoteUser() {
    return caller.getName();
  }

  @Override
  public boolean isUserInRole(String role) {
    return role != null && caller.caller().may(role);
  }
}

package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.voicepact.access.control.AccessSettings;
import org.voicepact.access.entity.AccessRefusal;

/**
 * Refuses a wrong credential before anything else is looked at, and says in each 401 how to do better
 * (RFC 9110, 11.6.1).
 */
@Provider
@PreMatching
@Priority(400)
public class CredentialFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String REALM = " realm=\"voicepact\"";

  @Inject
  private AccessSettings settings;

  @Context
  private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    if (servletRequest.getAttribute(CallerAuthentication.REFUSAL)
        instanceof AccessRefusal refusal) {
      throw refusal;
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != Response.Status.UNAUTHORIZED.getStatusCode()) {
      return;
    }
    if (settings.takesTokens()) {
      boolean wrong = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
      response
          .getHeaders()
          .add(
              HttpHeaders.WWW_AUTHENTICATE,
              "Bearer" + REALM + (wrong ? ", error=\"invalid_token\"" : ""));
    }
    if (settings.takesKeys()) {
      response
          .getHeaders()
          .add(
              HttpHeaders.WWW_AUTHENTICATE,
              "ApiKey" + REALM + ", header=\"" + CallerAuthentication.API_KEY + "\"");
    }
  }
}

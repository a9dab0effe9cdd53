package org.voicepact.access.boundary;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.voicepact.access.control.Sessions;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.SignedIn;

/**
 * A browser sends its cookie with every request, whoever made the page that asks for it. So a request by cookie that
 * changes something must also bring what only our own pages know. {@link BrowserCheckFilter} has looked at the page's
 * origin before.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 100)
public class CsrfFilter implements ContainerRequestFilter {

  /** For scripts. */
  static final String HEADER = "X-CSRF-Token";

  /** For forms. */
  static final String FIELD = "csrf";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Context
  private ResourceInfo resource;

  @Inject
  private OperatorSession session;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (READING.contains(request.getMethod())) {
      return;
    }
    Optional<SignedIn> operator = session.signedIn();
    if (operator.isEmpty()
        || resource.getResourceMethod().isAnnotationPresent(OpensSession.class)) {
      return;
    }
    String header = request.getHeaderString(HEADER);
    Optional<String> shown = header == null ? field(request) : Optional.of(header);
    if (shown.filter(token -> Sessions.isCsrfToken(token, operator.get())).isEmpty()) {
      throw AccessRefusal.csrfTokenNeeded();
    }
  }

  /** Leaves the body to be read again. */
  private static Optional<String> field(ContainerRequestContext request) throws IOException {
    if (!isForm(request.getMediaType())) {
      return Optional.empty();
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
        .filter(pair -> pair.startsWith(FIELD + "="))
        .map(pair -> pair.substring(FIELD.length() + 1))
        .findFirst()
        .flatMap(CsrfFilter::decoded);
  }

  private static boolean isForm(MediaType type) {
    return type != null
        && MediaType.APPLICATION_FORM_URLENCODED_TYPE.getType().equalsIgnoreCase(type.getType())
        && MediaType.APPLICATION_FORM_URLENCODED_TYPE
            .getSubtype()
            .equalsIgnoreCase(type.getSubtype());
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // It cannot be the token.
      return Optional.empty();
    }
  }
}

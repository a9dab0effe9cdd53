package org.voicepact.platform.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.voicepact.platform.control.Environment;

/**
 * Answers can hold personal data, so nothing between server and caller keeps them, and no browser takes them for
 * a page or tells others where it was; a resource that is a page, or that never changes, says otherwise itself. In
 * production browsers also learn to come by HTTPS alone; they heed that only
 * where it came by HTTPS.
 */
@Provider
public class SecurityHeaders implements ContainerResponseFilter {

  private static final Map<String, String> EVERYWHERE = Map.of(
      HttpHeaders.CACHE_CONTROL,
      "no-store",
      "X-Content-Type-Options",
      "nosniff",
      "Content-Security-Policy",
      "default-src 'none'; frame-ancestors 'none'",
      "Referrer-Policy",
      "no-referrer");

  @Inject
  private Environment environment;

  private Map<String, String> headers;

  @PostConstruct
  void choose() {
    headers = new HashMap<>(EVERYWHERE);
    if (environment.isProduction()) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    all()
        .forEach((name, value) ->
            response.getHeaders().computeIfAbsent(name, absent -> new ArrayList<>(List.of(value))));
  }

  Map<String, String> all() {
    return headers;
  }
}

package org.voicepact.console.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the console. */
final class ConsolePath {

  static final String ROOT = "/console";
  private static final String START = "/console/contracts";

  /** No other host can be named so: it begins with the console's own path. */
  private static final Pattern OWN = Pattern.compile("/console/[A-Za-z0-9/?&=%._~+:-]{0,500}");

  private ConsolePath() {}

  static boolean is(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath(false).replaceFirst("^/", "");
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** Where to go after signing in: the page that was asked for, if it is one of ours. */
  static String next(String wanted) {
    return Optional.ofNullable(wanted)
        .filter(path -> OWN.matcher(path).matches() && !path.contains("//"))
        .orElse(START);
  }
}

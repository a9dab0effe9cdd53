package org.voicepact.console.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the console. */
final class ConsolePath {

  static final String ROOT = "/console";
  private static final String START = "/console/contracts";

  /** No other host can be named so: it begins with the console's own path. */
  private static final Pattern OWN = Pattern.compile("/console/[A-Za-z0-9/?&=%._~+:-]{0,500}");

  /** A browser goes up by these, in whichever spelling, and out of the console. */
  private static final Pattern UP = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:[/?]|$)");

  /** Things that have a page each, and pages of which there is one. What follows in an address is done there. */
  private static final Pattern PAGE = Pattern.compile(
      "/console/(?:(?:contracts|payments|reconciliations)/[^/?]+|(?!sign-|again|oidc)[a-z]+)");

  private ConsolePath() {}

  static boolean is(ContainerRequestContext request) {
    String path = of(request);
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** As it was asked for, without its query. */
  static String of(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath(false);
    return path.startsWith("/") ? path : "/" + path;
  }

  /** Whether it is an address of ours, and can be nobody else's. */
  static boolean isOwn(String path) {
    return OWN.matcher(path).matches()
        && !path.contains("//")
        && !UP.matcher(path).find();
  }

  /** Where to go after signing in: the page that was asked for, if it is one of ours. */
  static String next(String wanted) {
    return Optional.ofNullable(wanted).filter(ConsolePath::isOwn).orElse(START);
  }

  /**
   * The page with the form that is sent to an address: many forms are sent to one that only takes them, so that to open it
   * would show nothing.
   */
  static String pageOf(String action) {
    Matcher page = PAGE.matcher(action);
    return page.lookingAt() ? page.group() : ROOT;
  }
}

package org.voicepact.access.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leads a browser from a form to a page of ours. */
public final class SeeOther {

  static final String CONSOLE = "/console";

  /** For the documentation of the operations. */
  static final String DESCRIPTION = "Where to go on; failed= in it says that it was not done";

  /** Nothing that a browser could take for another host. */
  private static final Pattern OUR_PAGE =
      Pattern.compile(CONSOLE + "(?:/[A-Za-z0-9._~-]+)*/?(?:\\?[A-Za-z0-9._~=&%+-]*)?");

  private SeeOther() {}

  /** By path alone: behind a proxy the server does not know under which address a browser sees it. */
  static Response.ResponseBuilder page(String path) {
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
  }

  /** The page that a form names, where it is one of the console. */
  static Optional<String> ours(String path) {
    return Optional.ofNullable(path).filter(each -> OUR_PAGE.matcher(each).matches());
  }

  /**
   * Whether a person waits for the answer, and not a program.
   *
   * @param accept the header of that name, or null
   */
  public static boolean isForPeople(String accept) {
    return accept != null && accept.contains("text/html");
  }
}

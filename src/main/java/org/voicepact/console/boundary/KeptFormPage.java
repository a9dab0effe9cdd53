package org.voicepact.console.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.voicepact.access.boundary.OperatorSession;
import org.voicepact.access.control.OidcSettings;

/**
 * The page that gives a form back which was not carried out: with the form to sign in by where the session is over, else
 * with a button. Neither carries anything out. The button leads to the page that the form belongs to, with its
 * fields filled in, and by the present token of the session; there the person reads it once more and sends it, or does not.
 * So a form that somebody else has put into the browser needs two presses on pages that say what it is.
 */
@Singleton
public class KeptFormPage {

  private static final String KEPT = KeptForm.class.getName();

  private final Pages pages;
  private final OperatorSession session;
  private final OidcSettings provider;
  private final HttpServletRequest request;

  @Inject
  public KeptFormPage(
      Pages pages, OperatorSession session, OidcSettings provider, HttpServletRequest request) {
    this.pages = pages;
    this.session = session;
    this.provider = provider;
    this.request = request;
  }

  static void keep(HttpServletRequest request, KeptForm form) {
    request.setAttribute(KEPT, form);
  }

  /** Empty where the present request has no form in which something was typed. */
  Optional<Page> page(int status) {
    return Optional.ofNullable((KeptForm) request.getAttribute(KEPT))
        .map(form -> pages
            .page("kept", "")
            .with("kept", form.values())
            .with("has_provider", provider.client().isPresent())
            .with("over", isOver(form, status))
            .with("status", status)
            .status(status));
  }

  /** Whether to go on would lead here again: there is nothing any more, or who sends the form may not, by whatever token. */
  private boolean isOver(KeptForm form, int status) {
    return status == Response.Status.NOT_FOUND.getStatusCode()
        || status == Response.Status.FORBIDDEN.getStatusCode()
            && form.token().equals(session.csrfToken());
  }
}

package org.voicepact.access.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.SignedIn;

/** Who is signed in with the browser that makes the present request, for pages. */
@Singleton
public class OperatorSession {

  private static final String ATTRIBUTE = OperatorSession.class.getName();

  private final HttpServletRequest request;

  @Inject
  public OperatorSession(HttpServletRequest request) {
    this.request = request;
  }

  static void begin(HttpServletRequest request, SignedIn operator) {
    request.setAttribute(ATTRIBUTE, operator);
  }

  /** Empty where nobody is signed in, or the request shows a credential in a header. */
  public Optional<OperatorProfile> operator() {
    return signedIn().map(SignedIn::profile);
  }

  /**
   * What a form must send back as {@code csrf}, or a script in {@code X-CSRF-Token}; empty where nobody is signed in, and
   * nothing is asked for.
   */
  public String csrfToken() {
    return signedIn().map(SignedIn::csrfToken).orElse("");
  }

  Optional<SignedIn> signedIn() {
    return Optional.ofNullable((SignedIn) request.getAttribute(ATTRIBUTE));
  }
}

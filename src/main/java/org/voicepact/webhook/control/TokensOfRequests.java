package org.voicepact.webhook.control;

import org.voicepact.webhook.entity.Route;

/** Port: whoever makes an address of its own for each request, which is called with what became of it. */
public interface TokensOfRequests {

  /** On which these addresses are. */
  Route route();

  /** Whether the token was made for a request, at any time. */
  boolean isKnown(String token);
}

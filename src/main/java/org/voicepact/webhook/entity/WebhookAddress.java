package org.voicepact.webhook.entity;

import java.net.URI;

/**
 * An address that a gateway may call.
 *
 * @param isPrevious whether it holds the token that was valid before, and ends when that is taken away
 */
public record WebhookAddress(Route route, Policy policy, URI url, boolean isPrevious) {

  /** Without the address, which may hold a token. */
  @Override
  public String toString() {
    return "webhook " + route;
  }
}

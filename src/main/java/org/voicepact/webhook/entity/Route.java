package org.voicepact.webhook.entity;

import java.util.List;
import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** The webhooks that there are; each has a policy of its own, {@code WEBHOOK_} and its name. */
public enum Route implements WireValue {
  /** Messages that come in, delivery reports, opt-outs. */
  SMS("/webhook", "/delivery", "/optout"),
  /** What a caller dialled or typed, and that a session has ended. */
  USSD("", "/events"),
  /** What providers of mobile money tell of payments, and networks of cards that were replaced. */
  PAYMENTS("/webhook", "/webhook/sim-swap");

  private final List<String> callbacks;

  Route(String... callbacks) {
    this.callbacks = List.of(callbacks);
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where gateways call it, for each kind of call; a token stands behind it, after a slash. */
  public List<String> paths() {
    return callbacks.stream().map(callback -> "/api/v1/" + wire() + callback).toList();
  }
}

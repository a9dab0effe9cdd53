package org.voicepact.webhook.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** The webhooks that there are; each has a policy of its own, {@code WEBHOOK_} and its name. */
public enum Route implements WireValue {
  SMS;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where gateways call it; a token stands behind it, after a slash. */
  public String path() {
    return "/api/v1/" + wire() + "/webhook";
  }
}

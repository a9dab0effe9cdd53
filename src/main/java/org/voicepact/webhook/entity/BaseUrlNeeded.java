package org.voicepact.webhook.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** The addresses of webhooks cannot be told, because the server has not been told its own. */
public final class BaseUrlNeeded extends Refusal {

  private static final long serialVersionUID = 1L;

  public BaseUrlNeeded() {
    super(
        Kind.CONFLICT,
        "WEBHOOK_BASE_URL must be set first: where gateways reach this server",
        List.of());
  }
}

package org.voicepact.webhook.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** A call that is not what its route asks for. Nothing of it was read. */
public final class WebhookRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  private WebhookRefusal(String message) {
    super(Kind.FORBIDDEN, message, List.of());
  }

  public static WebhookRefusal signature() {
    return new WebhookRefusal("Invalid signature");
  }

  public static WebhookRefusal token() {
    return new WebhookRefusal("Invalid token");
  }

  public static WebhookRefusal address() {
    return new WebhookRefusal("This address may not call webhooks");
  }

  /** Where neither a secret nor a token is set. */
  public static WebhookRefusal notConfigured() {
    return new WebhookRefusal(
        "Webhooks are open to this machine alone until WEBHOOK_SECRET or WEBHOOK_TOKEN is set");
  }
}

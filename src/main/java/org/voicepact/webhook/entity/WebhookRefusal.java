package org.voicepact.webhook.entity;

import java.util.List;
import java.util.Locale;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.WireValue;

/** A call that is not what its route asks for. Nothing of it was read. */
public final class WebhookRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason implements WireValue {
    SIGNATURE,
    TOKEN,
    ADDRESS,
    NOT_CONFIGURED;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;

  private WebhookRefusal(Reason reason, String message) {
    super(Kind.FORBIDDEN, message, List.of());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public static WebhookRefusal signature() {
    return new WebhookRefusal(Reason.SIGNATURE, "Invalid signature");
  }

  public static WebhookRefusal token() {
    return new WebhookRefusal(Reason.TOKEN, "Invalid token");
  }

  public static WebhookRefusal address() {
    return new WebhookRefusal(Reason.ADDRESS, "This address may not call webhooks");
  }

  /** Where neither a secret nor a token is set. */
  public static WebhookRefusal notConfigured() {
    return new WebhookRefusal(
        Reason.NOT_CONFIGURED,
        "Webhooks are open to this machine alone until WEBHOOK_SECRET or WEBHOOK_TOKEN is set");
  }
}

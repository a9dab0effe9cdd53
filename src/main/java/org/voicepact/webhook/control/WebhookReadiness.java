package org.voicepact.webhook.control;

import static org.voicepact.platform.entity.CheckedPoint.ok;
import static org.voicepact.platform.entity.CheckedPoint.open;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;
import org.voicepact.webhook.entity.Policy;
import org.voicepact.webhook.entity.Route;

/** How genuine calls of webhooks are told from others, as an operator should see it before production. */
@Singleton
public class WebhookReadiness implements SelfCheck {

  private final WebhookSettings settings;
  private final WebhookAddresses addresses;

  @Inject
  public WebhookReadiness(WebhookSettings settings, WebhookAddresses addresses) {
    this.settings = settings;
    this.addresses = addresses;
  }

  @Override
  public List<CheckedPoint> points() {
    List<CheckedPoint> points = new ArrayList<>();
    for (Route route : Route.values()) {
      points.add(policy(route));
    }
    points.add(base());
    points.add(callers());
    points.add(previous(WebhookSettings.PREVIOUS_SECRET));
    points.add(previous(WebhookSettings.PREVIOUS_TOKEN));
    return points;
  }

  private CheckedPoint policy(Route route) {
    Policy policy = settings.policy(route);
    return policy == Policy.LOOPBACK
        ? open(
            "WEBHOOK_" + route,
            "No gateway can call it: set WEBHOOK_SECRET, or WEBHOOK_TOKEN for a gateway that cannot sign")
        : ok("WEBHOOK_" + route, policy.wire());
  }

  private CheckedPoint base() {
    String name = "WEBHOOK_BASE_URL";
    return addresses.isBaseKnown()
        ? ok(name, "GET /api/v1/webhooks/urls has the addresses for the gateway")
        : open(
            name, "Not set; with it GET /api/v1/webhooks/urls has the addresses for the gateway");
  }

  private CheckedPoint callers() {
    String name = "WEBHOOK_ALLOWED_ADDRESSES";
    return settings.allowedAddresses().isEmpty()
        ? open(name, "Not set: webhooks may be called from everywhere; set the gateway's addresses")
        : ok(name, "Webhooks are called from these addresses alone");
  }

  private CheckedPoint previous(String name) {
    return settings.isSet(name)
        ? open(name, "Still valid; remove it when all senders have changed")
        : ok(name, "Not set");
  }
}

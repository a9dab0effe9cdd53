package org.voicepact.webhook.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.boundary.ClientAddress;
import org.voicepact.webhook.control.CheckingWebhook;
import org.voicepact.webhook.entity.Route;
import org.voicepact.webhook.entity.WebhookCall;
import org.voicepact.webhook.entity.WebhookRefusal;
import org.voicepact.webhook.entity.WebhookRefused;

/** Checks a webhook over its raw bytes, before anything is parsed. */
@Provider
@CheckedWebhook
@Priority(Priorities.AUTHENTICATION)
public class WebhookFilter implements ContainerRequestFilter {

  /** The name of the path parameter that holds the token. */
  public static final String TOKEN = "token";

  @Inject
  private CheckingWebhook checking;

  @Inject
  private ClientAddress addresses;

  @Inject
  private CheckedCall checkedCall;

  @Inject
  private Event<WebhookRefused> refused;

  @Context
  private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    Route route = route(request);
    try {
      checkedCall.set(checking.check(route, call(request, body)));
    } catch (WebhookRefusal refusal) {
      refused.fire(new WebhookRefused(route, refusal.reason()));
      throw refusal;
    }
  }

  private WebhookCall call(ContainerRequestContext request, byte[] body) {
    return new WebhookCall(
        body,
        Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(TOKEN)),
        header(request, "X-Signature"),
        header(request, "webhook-id"),
        header(request, "webhook-timestamp"),
        header(request, "webhook-signature"),
        addresses.of(servletRequest),
        ClientAddress.isFromThisMachine(servletRequest));
  }

  private static List<String> header(ContainerRequestContext request, String name) {
    return request.getHeaders().getOrDefault(name, List.of());
  }

  /** The path is {@code api/v1/<route>/…}. */
  private static Route route(ContainerRequestContext request) {
    return Route.valueOf(
        request.getUriInfo().getPathSegments().get(2).getPath().toUpperCase(Locale.ROOT));
  }
}

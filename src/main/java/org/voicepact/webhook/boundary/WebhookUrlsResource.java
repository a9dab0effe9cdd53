package org.voicepact.webhook.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.Problem;
import org.voicepact.webhook.control.WebhookAddresses;
import org.voicepact.webhook.entity.WebhookAddress;

/** Tells an administrator what to paste into a gateway's dashboard. */
@Path("api/v1/webhooks/urls")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class WebhookUrlsResource {

  private final WebhookAddresses addresses;

  @Inject
  public WebhookUrlsResource(WebhookAddresses addresses) {
    this.addresses = addresses;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "webhookUrls",
      summary = "The addresses to paste into the gateway's dashboard",
      description = "Those with a token are secrets.")
  @APIResponse(
      responseCode = "200",
      description = "One for each callback and token, the present token first",
      content = @Content(schema = @Schema(implementation = Urls.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(
      responseCode = "409",
      description = "WEBHOOK_BASE_URL is not set",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Urls list() {
    return new Urls(addresses.all().stream().map(Url::of).toList());
  }

  /** The answer. */
  @Schema(name = "WebhookUrls")
  record Urls(@Schema(required = true) List<Url> urls) {}

  /**
   * One address.
   *
   * @param signature the headers in which a signature is read; left out where none is asked for
   */
  @Schema(name = "WebhookUrl")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Url(
      @Schema(required = true, examples = "sms") String route,

      @Schema(required = true, examples = "token", description = "What a call must bring")
      String policy,

      @Schema(required = true, type = SchemaType.STRING, format = "uri")
      URI url,

      @Schema(description = "Where the signature of a call is read, if it needs one")
      String signature,

      @Schema(required = true, description = "Whether it holds the token that was valid before")
      boolean previous) {

    static Url of(WebhookAddress address) {
      return new Url(
          address.route().wire(),
          address.policy().wire(),
          address.url(),
          address.policy().needsSignature() ? "X-Signature or Standard Webhooks" : null,
          address.isPrevious());
    }
  }
}

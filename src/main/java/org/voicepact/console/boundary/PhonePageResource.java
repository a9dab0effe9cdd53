package org.voicepact.console.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.DeveloperMachine;
import org.voicepact.platform.control.Sha256;

/**
 * A telephone in the browser, to try everything with: it calls the webhooks that a gateway calls. In development
 * alone, and only where the server is reached from its own machine.
 */
@Path("phone")
@Singleton
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class PhonePageResource {

  private final DeveloperMachine machine;
  private final String page;
  private final String policy;

  @Inject
  public PhonePageResource(DeveloperMachine machine) {
    this.machine = machine;
    String style = Template.style("phone.css");
    String script = Template.resource("phone.js");
    this.page = new Template("phone.html")
        .fill(Map.of("style", new Html(style), "script", new Html(script)))
        .markup();
    this.policy = "default-src 'none'; connect-src 'self'; style-src " + source(style)
        + "; script-src " + source(script)
        + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static String source(String inline) {
    byte[] digest = Sha256.of(inline.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "phonePage",
      summary = "A telephone in the browser, to try it with; in development only")
  @APIResponse(
      responseCode = "200",
      description = "A page for developers",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Response page() {
    if (!machine.is()) {
      throw new NotFoundException();
    }
    return Response.ok(page).header("Content-Security-Policy", policy).build();
  }
}

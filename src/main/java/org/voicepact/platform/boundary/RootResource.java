package org.voicepact.platform.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.control.Environment;

/** What answers here. */
@Path("/")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class RootResource {

  private final Description description;

  @Inject
  public RootResource(
      @ConfigProperty(name = "voicepact.version") String version, Environment environment) {
    this.description = new Description("VoicePact", version, environment.name());
  }

  @GET
  @PermitAll
  @Operation(summary = "Name, version and environment of this installation")
  public Description describe() {
    return description;
  }

  /** The answer of {@code GET /}. */
  public record Description(String name, String version, Environment.Name environment) {}
}

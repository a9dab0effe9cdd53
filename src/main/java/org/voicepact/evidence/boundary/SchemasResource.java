package org.voicepact.evidence.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The forms of files that are kept outside of the server. Each is frozen; another form has another name. */
@Path("schemas")
@Singleton
@Tag(name = "Evidence")
public class SchemasResource {

  private static final String JSON_SCHEMA = "application/schema+json";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final byte[] proof = read("/schemas/proof-1.json");

  @GET
  @PermitAll
  @Path("proof-1.json")
  @Produces(JSON_SCHEMA)
  @Operation(summary = "The JSON schema of proof files, voicepact/proof/1")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = JSON_SCHEMA, schema = @Schema(type = SchemaType.OBJECT)))
  public Response proof() {
    return Response.ok(proof).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
  }

  private static byte[] read(String name) {
    try (InputStream file = SchemasResource.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

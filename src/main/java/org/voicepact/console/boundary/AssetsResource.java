package org.voicepact.console.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The files that pages refer to. None of them says anything of anybody. */
@Path("console/assets")
@Singleton
public class AssetsResource {

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  @GET
  @PermitAll
  @Path("{digest}/{file}")
  @Operation(hidden = true)
  public Response asset(@PathParam("digest") String digest, @PathParam("file") String file) {
    Asset asset = Asset.at(digest, file).orElseThrow(NotFoundException::new);
    return Response.ok(asset.content(), asset.mediaType() + ";charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR)
        .build();
  }
}

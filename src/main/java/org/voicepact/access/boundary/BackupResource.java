package org.voicepact.access.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.MakingBackup;
import org.voicepact.access.control.MakingBackup.Backup;
import org.voicepact.access.entity.NotOnThisDatabase;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.entity.Json;

/** Copies of the database while the server works. */
@Path("api/v1/admin/backups")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class BackupResource {

  private final MakingBackup making;
  private final CurrentCaller current;

  @Inject
  public BackupResource(MakingBackup making, CurrentCaller current) {
    this.making = making;
    this.current = current;
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "makeBackup",
      summary = "Copy the database of H2 into the server's BACKUP_DIR",
      description = "The copy holds personal data. It never leaves the server by this API.")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = Made.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response make() throws SQLException {
    Backup backup = making.make(current.actor()).orElseThrow(NotOnThisDatabase::new);
    return Response.status(Response.Status.CREATED).entity(Made.of(backup)).build();
  }

  /** The copy that was made. */
  @Schema(name = "Backup")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Made(
      @JsonProperty
      @Schema(
          required = true,
          description = "Its name in BACKUP_DIR",
          examples = "voicepact-20261128T060000000Z.zip")
      String file,

      @JsonProperty @Schema(required = true, description = "In bytes")
      long size,

      @JsonProperty @Schema(required = true, description = "ISO 8601 in UTC")
      String madeAt) {

    static Made of(Backup backup) {
      return new Made(backup.file(), backup.size(), Json.time(backup.madeAt()));
    }
  }
}

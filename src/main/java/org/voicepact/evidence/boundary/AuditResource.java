package org.voicepact.evidence.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.evidence.control.Checkpoints;
import org.voicepact.evidence.control.LogTree;
import org.voicepact.evidence.control.ReadingLog;
import org.voicepact.evidence.entity.SignedCheckpoint;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.QueryFields;

/** What anybody may know of the audit log: its heads, and that each continues the ones before. */
@Path("api/v1/audit")
@Singleton
@Tag(name = "Evidence")
public class AuditResource {

  private final Checkpoints checkpoints;
  private final ReadingLog log;
  private final LogTree tree;

  @Inject
  public AuditResource(Checkpoints checkpoints, ReadingLog log, LogTree tree) {
    this.checkpoints = checkpoints;
    this.log = log;
    this.tree = tree;
  }

  @GET
  @PermitAll
  @Path("checkpoint")
  @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
  @Operation(
      operationId = "getCheckpoint",
      summary = "The last signed head of the audit log, or that of a size",
      description = "A C2SP checkpoint; docs/proof.md has its form. Keep it: it binds the server.")
  @APIResponse(
      responseCode = "200",
      description = "The signed note",
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public String checkpoint(
      @QueryParam("size")
          @Parameter(
              description = "How many entries it covers; the last head where none is named",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          String size) {
    long wanted = QueryFields.number("size", size, 0, 1, Long.MAX_VALUE);
    return wanted == 0
        ? log.head().note()
        : checkpoints
            .ofSize(wanted)
            .map(SignedCheckpoint::note)
            .orElseThrow(NotFoundException::new);
  }

  @GET
  @PermitAll
  @Path("consistency")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getConsistency",
      summary = "The proof that one size of the log is the beginning of a larger one",
      description = "RFC 9162, section 2.1.4.")
  @APIResponse(
      responseCode = "200",
      description = "The proof",
      content = @Content(schema = @Schema(implementation = Consistency.class)))
  public Consistency consistency(
      @QueryParam("from")
          @Parameter(required = true, schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          String from,
      @QueryParam("to")
          @Parameter(
              description = "The size of the last head where none is named",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          String to) {
    long last = log.head().size();
    long larger = QueryFields.number("to", to, last, 1, last);
    long smaller = QueryFields.requiredNumber("from", from, 1, larger);
    return new Consistency(
        Long.toString(smaller),
        Long.toString(larger),
        tree.consistencyProof(smaller, larger).stream()
            .map(Base64.getEncoder()::encodeToString)
            .toList());
  }

  /** The answer, as docs/proof.md has it. */
  @Schema(name = "ConsistencyProof")
  public record Consistency(
      @JsonProperty @Schema(required = true) String from,
      @JsonProperty @Schema(required = true) String to,

      @JsonProperty @Schema(required = true, description = "Hashes in Base64")
      List<String> proof) {}
}

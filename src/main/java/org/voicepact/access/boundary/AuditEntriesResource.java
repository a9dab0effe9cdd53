package org.voicepact.access.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.evidence.control.EntryRequests;
import org.voicepact.evidence.control.ReadingLog;
import org.voicepact.evidence.control.ReadingLog.Search;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.entity.InvalidInput;

/** The whole audit log, for administrators. */
@Path("api/v1/audit/entries")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AuditEntriesResource {

  private static final int MOST = 1000;

  private final ReadingLog log;
  private final EntryRequests requests;

  @Inject
  public AuditEntriesResource(ReadingLog log, EntryRequests requests) {
    this.log = log;
    this.requests = requests;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listAuditEntries",
      summary = "The entries of the audit log in their order",
      description =
          "The next page begins with the sequence after the last of this one; where before is named the last come first,"
              + " and the next page is before the last of this one.")
  @APIResponse(
      responseCode = "200",
      description = "Entries",
      content = @Content(schema = @Schema(implementation = Page.class)))
  public Page list(
      @QueryParam("from")
          @Parameter(
              description = "The sequence of the first entry",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
          String from,
      @QueryParam("before")
          @Parameter(
              description = "Instead of from: the entries before this sequence, the last first",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          String before,
      @QueryParam("subject")
          @Parameter(
              description = "Only entries that tell of this, as of a contract by its id",
              example = "AG-2026-000123")
          String subject,
      @QueryParam("action")
          @Parameter(description = "Only entries whose action begins so", example = "party.")
          String action,
      @QueryParam("actor")
          @Parameter(description = "Only entries of this actor", example = "system")
          String actor,
      @QueryParam("request_id")
          @Parameter(
              description = "Only entries that were written in this request, or run of the server",
              schema = @Schema(type = SchemaType.STRING))
          String requestId,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "100"))
          String limit) {
    long first = QueryFields.number("from", from, 1, 1, Long.MAX_VALUE);
    long end = QueryFields.number("before", before, 0, 1, Long.MAX_VALUE);
    int most = (int) QueryFields.number("limit", limit, 100, 1, MOST);
    Search search =
        new Search(QueryFields.text(subject), QueryFields.text(action), QueryFields.text(actor));
    if (QueryFields.text(requestId).isPresent() && (end > 0 || !search.isForAll())) {
      throw new InvalidInput("request_id", "goes with from and limit alone");
    }
    List<LogEntry> entries = QueryFields.text(requestId)
        .map(id -> requests.entries(id, first, most))
        .orElseGet(() -> end > 0 ? log.before(end, search, most) : log.from(first, search, most));
    Map<Long, String> ids = requests.of(entries);
    return new Page(
        entries.stream().map(entry -> Entry.of(entry, ids.get(entry.entryId()))).toList());
  }

  /** Some entries that follow one another. */
  @Schema(name = "AuditEntries")
  public record Page(@JsonProperty @Schema(required = true) List<Entry> entries) {}

  /** One entry. */
  @Schema(name = "AuditEntry")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Entry(
      @JsonProperty
      @Schema(
          required = true,
          type = SchemaType.OBJECT,
          description = "voicepact/audit-entry/1; docs/proof.md has its members")
      ObjectNode entry,

      @JsonProperty @Schema(required = true, description = "SHA-256(0x00 || JCS(entry)) in hex")
      String entryHash,

      @JsonProperty
      @Schema(
          description =
              "In which request, or run of the server, it was written, to find it in the log files;"
                  + " no hash covers it")
      @JsonInclude(JsonInclude.Include.NON_NULL)
      String requestId) {

    static Entry of(LogEntry entry, String requestId) {
      return new Entry(entry.document(), entry.hexHash(), requestId);
    }
  }
}

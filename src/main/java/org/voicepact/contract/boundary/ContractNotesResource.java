package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.control.Operators;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.NotingContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractNote;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.JsonFields;

/**
 * What the office notes about a contract, for itself: neither do parties see it, nor those who show no credential, in no
 * mode.
 */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}/notes")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractNotesResource {

  private static final int LONGEST = 1000;
  private static final String OPERATOR = "operator:";

  private final NotingContract noting;
  private final Operators operators;
  private final CurrentCaller current;

  @Inject
  public ContractNotesResource(NotingContract noting, Operators operators, CurrentCaller current) {
    this.noting = noting;
    this.operators = operators;
    this.current = current;
  }

  @GET
  @RolesAllowed(Roles.NOTES_READ)
  @Operation(
      operationId = "listNotes",
      summary = "What the office has noted about a contract",
      description = "Needs a credential in every mode.")
  @APIResponse(
      responseCode = "200",
      description = "The oldest first",
      content = @Content(schema = @Schema(implementation = Notes.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Notes list(@PathParam("id") String id) {
    ContractId contract = ContractResource.existing(id);
    return new Notes(contract.value(), shown(noting.about(contract)));
  }

  private List<Note> shown(List<ContractNote> notes) {
    Map<String, String> names = operators.displayNames(notes.stream()
        .map(ContractNote::author)
        .filter(author -> author.startsWith(OPERATOR))
        .map(author -> author.substring(OPERATOR.length()))
        .collect(Collectors.toSet()));
    return notes.stream()
        .map(note -> Note.of(note, names.get(note.author().replaceFirst("^" + OPERATOR, ""))))
        .toList();
  }

  @POST
  @RolesAllowed(Roles.NOTES_WRITE)
  @RateLimited(Limited.CONFIRM)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "noteContract",
      summary = "Note something about a contract",
      description =
          "Needs a credential in every mode. For the office; it is no part of the evidence, and no party is told.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NoteDocument.class)))
  @APIResponse(
      responseCode = "201",
      description = "Noted",
      content = @Content(schema = @Schema(implementation = Note.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response note(@PathParam("id") String id, InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of("text"));
    String words = fields.requiredLongText("text", LONGEST);
    fields.check();
    ContractNote note = noting.note(ContractResource.existing(id), words, current.actor());
    return Response.status(Response.Status.CREATED)
        .entity(shown(List.of(note)).get(0))
        .build();
  }

  /** {@code POST …/notes}. */
  @Schema(name = "NoteRequest")
  record NoteDocument(
      @Schema(
          required = true,
          maxLength = LONGEST,
          examples = "She called: the truck comes on Monday")
      String text) {}

  /** A note as the API shows it. */
  @Schema(name = "ContractNote")
  @JsonNaming(SnakeCaseStrategy.class)
  record Note(
      @Schema(required = true, description = "As the audit log names callers", examples = "key:abc")
      String author,

      @Schema(description = "What others call the operator; absent for others")
      String authorName,

      @Schema(description = "Absent once personal data was erased")
      String text,

      @Schema(required = true) Instant createdAt) {

    static Note of(ContractNote note, String authorName) {
      return new Note(note.author(), authorName, note.words().orElse(null), note.createdAt());
    }
  }

  /** All notes about a contract. */
  @Schema(name = "ContractNotes")
  @JsonNaming(SnakeCaseStrategy.class)
  record Notes(
      @Schema(required = true) String contractId,
      @Schema(required = true) List<Note> notes) {}
}

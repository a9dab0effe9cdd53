package org.voicepact.terms.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Language;
import org.voicepact.terms.control.ExtractingTerms;
import org.voicepact.terms.entity.Extraction;

/** Finds the terms of a deal in its words, for whoever is about to make a contract of it. */
@Path("api/v1/terms")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class TermsResource {

  /** As long as the words that a contract can be made from. */
  private static final int LONGEST_TEXT = 20_000;

  private final ExtractingTerms extracting;

  @Inject
  public TermsResource(ExtractingTerms extracting) {
    this.extracting = extracting;
  }

  @POST
  @RolesAllowed(Roles.WRITE)
  @Path("extract")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "extractTerms",
      summary = "Find the terms of a deal in its words",
      description =
          "Nothing is kept. Each term has the words that it came from; what the words leave open is a question.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Words.class)))
  @APIResponse(
      responseCode = "200",
      description = "What was found; where nothing was, there are no terms and no questions",
      content = @Content(schema = @Schema(implementation = ExtractionRepresentation.class)))
  public ExtractionRepresentation extract(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    String text = fields.requiredLongText("text", LONGEST_TEXT);
    Optional<Language> language = fields.value("language", Language.class);
    fields.refuseOthers(List.of("text", "language"));
    fields.check();
    Extraction extraction = extracting.extract(text);
    return ExtractionRepresentation.of(extraction, language.orElse(Language.EN));
  }

  /** The form of the body, for the documentation of the API. */
  @Schema(name = "DealInWords")
  record Words(
      @Schema(
          required = true,
          maxLength = LONGEST_TEXT,
          description = "What was said, in English, Swahili or both; several speakers may be named",
          examples =
              "100 bags of maize at 3,500 shillings each, deliver to Nakuru by 15th December")
      String text,

      @Schema(
          enumeration = {"en", "sw", "fr"},
          defaultValue = "en",
          description = "In which language the questions are put")
      String language) {}
}

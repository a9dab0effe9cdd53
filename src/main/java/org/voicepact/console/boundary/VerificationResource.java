package org.voicepact.console.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.console.boundary.VerificationPage.Visit;
import org.voicepact.console.control.CheckingPaper;
import org.voicepact.console.control.CheckingPaper.Found;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.WireValue;

/**
 * The page that the code on a certificate leads to. Ids can be counted through, so nothing is said of a contract, not
 * even whether there is one, without the whole hash of one of its versions.
 */
@Path("verify/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Pages")
public class VerificationResource {

  private static final Pattern WHOLE_HASH = Pattern.compile("[0-9a-f]{64}");
  private static final String LANGUAGE = "en, sw or fr; else what the browser asks for";

  private final CheckingPaper checking;
  private final VerificationPage page;

  @Inject
  public VerificationResource(CheckingPaper checking, VerificationPage page) {
    this.checking = checking;
    this.page = page;
  }

  @GET
  @PermitAll
  @RateLimited(Limited.VERIFY)
  @Operation(
      operationId = "verifyPaper",
      summary = "A page that asks for the hash on a certificate, and checks it")
  @APIResponse(
      responseCode = "200",
      description = "A page for people",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  public Response ask(
      @PathParam("id") String id,
      @QueryParam("hash") @Parameter(description = "As it was typed; blanks do not matter")
          String hash,
      @QueryParam("language") @Parameter(description = LANGUAGE) String language,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String accepted) {
    return answer(id, Optional.ofNullable(hash).orElse(""), language, accepted);
  }

  @GET
  @PermitAll
  @RateLimited(Limited.VERIFY)
  @Path("{hash}")
  @Operation(
      operationId = "verifyPaperByHash",
      summary = "The page behind the code on a certificate",
      description = "Without all 64 digits of a version's hash it says nothing of the contract.")
  @APIResponse(
      responseCode = "200",
      description = "A page for people",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  public Response verify(
      @PathParam("id") String id,
      @PathParam("hash") String hash,
      @QueryParam("language") @Parameter(description = LANGUAGE) String language,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String accepted) {
    return answer(id, hash, language, accepted);
  }

  private Response answer(String id, String typed, String language, String accepted) {
    Optional<String> hash = Optional.of(typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
        .filter(digits -> WHOLE_HASH.matcher(digits).matches());
    Optional<Found> found = hash.flatMap(
        digits -> ContractId.parse(id).flatMap(contract -> checking.find(contract, digits)));
    Optional<Language> named =
        Optional.ofNullable(language).flatMap(code -> WireValue.of(Language.class, code));
    Language spoken = named
        .or(() -> AcceptedLanguage.of(accepted))
        .or(() -> found.map(each -> each.contract().language()))
        .orElse(Language.EN);
    Visit visit = new Visit(id.toUpperCase(Locale.ROOT), typed, hash, named, spoken);
    return Response.ok(found
            .map(each -> page.known(visit, each))
            .orElseGet(() -> page.unknown(visit))
            .markup())
        .header("Content-Security-Policy", page.policy())
        .header("X-Robots-Tag", "noindex")
        .header(HttpHeaders.CONTENT_LANGUAGE, spoken.wire())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}

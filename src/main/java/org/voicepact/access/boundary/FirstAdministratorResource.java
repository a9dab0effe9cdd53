package org.voicepact.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.FirstAdministrator;
import org.voicepact.access.entity.OperatorRefusal;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;

/** Takes the form behind the link that development prints while there is no operator. */
@Path("console/first")
@Singleton
@Tag(name = "Operators")
public class FirstAdministratorResource {

  private static final String PAGE = SeeOther.CONSOLE + "/first?";

  private final FirstAdministrator first;

  @Inject
  public FirstAdministratorResource(FirstAdministrator first) {
    this.first = first;
  }

  /** The fields of the form. */
  @Schema(name = "FirstAdministratorForm")
  private record Form(
      @Schema(required = true, description = "That of the link")
      String token,

      @Schema(required = true) String name,
      @Schema(required = true) String password) {}

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "makeFirstAdministrator",
      summary = "Make the first operator, by the link that was printed",
      description = "Once, within an hour, and only while there is no operator.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Form.class)))
  @APIResponse(responseCode = "303", description = SeeOther.DESCRIPTION)
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response create(
      @HeaderParam(HttpHeaders.ACCEPT) @Parameter(hidden = true) String accept,
      MultivaluedMap<String, String> form) {
    String token = field(form, "token");
    try {
      first.create(token, field(form, "name"), field(form, "password"));
      return SeeOther.page(SeeOther.CONSOLE).build();
    } catch (InvalidInput refusal) {
      if (!SeeOther.isForPeople(accept)) {
        throw refusal;
      }
      String wrong = refusal.faults().stream().map(Fault::pointer).collect(Collectors.joining("."));
      return SeeOther.page(PAGE + "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
              + "&failed=" + wrong)
          .build();
    } catch (OperatorRefusal refusal) {
      if (!SeeOther.isForPeople(accept)) {
        throw refusal;
      }
      return SeeOther.page(PAGE + "failed=over").build();
    }
  }

  private static String field(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).orElse("");
  }
}

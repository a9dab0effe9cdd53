package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.payment.control.AnsweringPrompt;
import org.voicepact.payment.control.SimulatedPrompts;
import org.voicepact.payment.entity.SimulatedPrompt;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.ClientAddress;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.DeveloperMachine;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;

/**
 * The PIN prompts that the telephone of the page {@code /phone} shows. They are there where that page is: in development
 * alone, and only for callers who name this machine.
 */
@Path("phone/prompts")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pages")
public class PhonePromptsResource {

  private static final String ID = "{id: [0-9a-f-]{36}}";

  private final SimulatedPrompts prompts;
  private final AnsweringPrompt answering;
  private final PhoneNumbers phones;
  private final DeveloperMachine machine;

  @Context
  private HttpServletRequest request;

  @Inject
  public PhonePromptsResource(
      SimulatedPrompts prompts,
      AnsweringPrompt answering,
      PhoneNumbers phones,
      DeveloperMachine machine) {
    this.prompts = prompts;
    this.answering = answering;
    this.phones = phones;
    this.machine = machine;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "phonePrompts",
      summary = "What asks for a PIN on the telephone to try it with; in development only")
  @APIResponse(
      responseCode = "200",
      description = "The oldest first",
      content = @Content(schema = @Schema(implementation = Prompts.class)))
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Prompts prompts(
      @QueryParam("phone_number") @Parameter(required = true, example = "+254722000111")
          String phoneNumber) {
    requireDeveloper();
    return new Prompts(prompts
        .waiting(PhoneFields.query(phoneNumber, phones)
            .orElseThrow(() -> new InvalidInput(PhoneFields.MEMBER, "is required")))
        .stream()
        .map(Prompt::of)
        .toList());
  }

  @POST
  @PermitAll
  @Path(ID + "/approve")
  @Operation(operationId = "approvePrompt", summary = "Type the PIN; in development only")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public void approve(@PathParam("id") String id) {
    answer(id, true);
  }

  @POST
  @PermitAll
  @Path(ID + "/refuse")
  @Operation(operationId = "refusePrompt", summary = "Do not type the PIN; in development only")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public void refuse(@PathParam("id") String id) {
    answer(id, false);
  }

  private void answer(String id, boolean approved) {
    requireDeveloper();
    if (!answering.answer(id, approved)) {
      throw new NotFoundException();
    }
  }

  private void requireDeveloper() {
    if (!machine.is() || !ClientAddress.isFromThisMachine(request)) {
      throw new NotFoundException();
    }
  }

  /** The answer. */
  @Schema(name = "PhonePrompts")
  record Prompts(@Schema(required = true) List<Prompt> prompts) {}

  /** One prompt. */
  @Schema(name = "PhonePrompt")
  @JsonNaming(SnakeCaseStrategy.class)
  record Prompt(
      @Schema(required = true) String id,
      @Schema(required = true) Instant at,
      @Schema(required = true) String contractId,
      @Schema(required = true) BigDecimal amount,
      @Schema(required = true) String currency) {

    static Prompt of(SimulatedPrompt prompt) {
      return new Prompt(
          prompt.orderId(),
          prompt.createdAt(),
          prompt.contractId(),
          prompt.amount().amount(),
          prompt.amount().currency().getCurrencyCode());
    }
  }
}

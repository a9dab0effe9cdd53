package org.voicepact.sms.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.ClientAddress;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.DeveloperMachine;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.sms.control.ReadingConversation;
import org.voicepact.sms.control.ReadingConversation.Line;
import org.voicepact.sms.entity.Sending;

/**
 * What the telephone of the page {@code /phone} shows. It is there in development alone, where {@code HTTP_HOST} is
 * this machine, and only for callers who name this machine: a page of another site that was led here does not.
 */
@Path("phone")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pages")
public class PhoneMessagesResource {

  private final ReadingConversation reading;
  private final PhoneNumbers phones;
  private final DeveloperMachine machine;

  @Context
  private HttpServletRequest request;

  @Inject
  public PhoneMessagesResource(
      ReadingConversation reading, PhoneNumbers phones, DeveloperMachine machine) {
    this.reading = reading;
    this.phones = phones;
    this.machine = machine;
  }

  @GET
  @PermitAll
  @Path("messages")
  @Operation(
      operationId = "phoneMessages",
      summary = "The messages of the telephone to try it with; in development only")
  @APIResponse(
      responseCode = "200",
      description = "The last hundred, the oldest first",
      content = @Content(schema = @Schema(implementation = Messages.class)))
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Messages messages(
      @QueryParam("phone_number") @Parameter(required = true, example = "+254712345678")
          String phoneNumber) {
    requireDeveloper();
    return new Messages(reading
        .of(PhoneFields.query(phoneNumber, phones)
            .orElseThrow(() -> new InvalidInput(PhoneFields.MEMBER, "is required")))
        .stream()
        .map(PhoneMessage::of)
        .toList());
  }

  @GET
  @PermitAll
  @Path("numbers")
  @Operation(
      operationId = "phoneNumbers",
      summary = "The numbers that have got messages, for the same page; in development only")
  @APIResponse(
      responseCode = "200",
      description = "At most fifty",
      content = @Content(schema = @Schema(implementation = Numbers.class)))
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Numbers numbers() {
    requireDeveloper();
    return new Numbers(reading.numbers());
  }

  private void requireDeveloper() {
    if (!machine.is() || !ClientAddress.isFromThisMachine(request)) {
      throw new NotFoundException();
    }
  }

  /** The answer. */
  @Schema(name = "PhoneMessages")
  record Messages(@Schema(required = true) List<PhoneMessage> messages) {}

  /** The answer. */
  @Schema(name = "PhoneNumbers")
  record Numbers(@Schema(required = true) List<String> numbers) {}

  /** One message. */
  @Schema(name = "PhoneMessage")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PhoneMessage(
      @Schema(required = true) Instant at,
      @Schema(required = true) String text,

      @Schema(description = "How far it has come; left out where the telephone has sent it")
      Sending.Status status) {

    static PhoneMessage of(Line line) {
      return new PhoneMessage(line.at(), line.text(), line.status().orElse(null));
    }
  }
}

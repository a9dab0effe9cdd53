package org.voicepact.ussd.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.control.AnsweringInTime;
import org.voicepact.ussd.entity.Dial;
import org.voicepact.webhook.boundary.CheckedCall;
import org.voicepact.webhook.boundary.CheckedWebhook;
import org.voicepact.webhook.boundary.WebhookFilter;

/**
 * Takes what a caller dials and types from the telephone gateway, in the form of Africa's Talking, and answers with the
 * next screen. The answer to a genuine call is always 200: the gateway ends the session at anything else.
 */
@Path("api/v1/ussd")
@Singleton
@CheckedWebhook
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
@Tag(name = "USSD")
public class UssdResource {

  private static final String SCREEN = "text/plain; charset=utf-8";
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_TEXT = 1000;

  private final AnsweringInTime answering;
  private final PhoneNumbers phones;
  private final CheckedCall call;

  @Inject
  public UssdResource(AnsweringInTime answering, PhoneNumbers phones, CheckedCall call) {
    this.answering = answering;
    this.phones = phones;
    this.call = call;
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "answerUssd",
      summary = "A caller dialled or typed something",
      description = "The same text again brings the same screen. A slash at the end does no harm.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description =
          "The next screen: CON and a text where the session goes on, END where it is over",
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema =
                  @Schema(implementation = String.class, maxLength = 160, pattern = "^(CON|END) ")))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response answer(byte[] body) {
    UssdForm form = new UssdForm(body);
    Optional<PhoneNumber> phone = form.field("phoneNumber").flatMap(phones::parseUrlEncoded);
    Optional<String> session = form.field("sessionId")
        .map(String::strip)
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
    String text = form.field("text").orElse("");
    boolean isReadable = phone.isPresent() && session.isPresent() && text.length() <= LONGEST_TEXT;
    String screen = isReadable
        ? answering.answer(new Dial(session.get(), phone.get(), text, call.assurance()))
        : answering.unreadable(phone);
    return Response.ok(screen).type(SCREEN).build();
  }

  @POST
  @PermitAll
  @Path("{" + WebhookFilter.TOKEN + "}")
  @Operation(
      operationId = "answerUssdWithToken",
      summary = "A caller dialled or typed something, from a gateway that cannot sign",
      description = "The same, with WEBHOOK_TOKEN as the last part of the address.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Callback.class)))
  @APIResponse(
      responseCode = "200",
      description =
          "The next screen: CON and a text where the session goes on, END where it is over",
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema =
                  @Schema(implementation = String.class, maxLength = 160, pattern = "^(CON|END) ")))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response answerWithToken(
      @PathParam(WebhookFilter.TOKEN) @Parameter(description = "Checked before the body is read")
          String token,
      byte[] body) {
    return answer(body);
  }

  /** The form of the callback, for the documentation of the API. */
  @Schema(name = "UssdCallback")
  private record Callback(
      @Schema(required = true, maxLength = 200, examples = "ATUid_0f4c1d2e3b5a69788796a5b4c3d2e1f0")
      String sessionId,

      @Schema(required = true, examples = "+254712345678") String phoneNumber,

      @Schema(
          required = true,
          maxLength = 1000,
          examples = "1*2",
          description = "All inputs so far, joined by stars; empty at first")
      String text,

      @Schema(examples = "*384*123#") String serviceCode,
      @Schema(examples = "63902") String networkCode) {}
}

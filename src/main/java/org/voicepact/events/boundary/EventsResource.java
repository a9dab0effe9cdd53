package org.voicepact.events.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.StandingCaller;
import org.voicepact.access.entity.Roles;
import org.voicepact.events.control.Listener;
import org.voicepact.events.control.Listeners;
import org.voicepact.platform.entity.UnreadableInput;

/** What happens, as it happens, for programs and for pages (server-sent events, HTML Living Standard 9.2). */
@Path("api/v1/events")
@Singleton
@Tag(name = "Events")
public class EventsResource {

  private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

  private final Listeners listeners;
  private final CurrentCaller caller;

  @Inject
  public EventsResource(Listeners listeners, CurrentCaller caller) {
    this.listeners = listeners;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PAYMENTS, Roles.PARTY})
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "listenToEvents",
      summary = "What happens to contracts and payments, as it happens",
      description =
          "The answer does not end. Each event has an id; after a break, Last-Event-ID brings what came since then.")
  @APIResponse(
      responseCode = "200",
      description = "Events contract_update and payment_update, and comments every 15 seconds",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = EventRepresentation.class)))
  public void listen(
      @Parameter(description = "The id of the last event that was got; without it they begin now")
          @HeaderParam("Last-Event-ID")
          String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletResponse response) {
    Optional<Long> after = place(lastEventId);
    StandingCaller standing = caller.standing();
    SseLine line = new SseLine(sink, sse);
    // Else nginx would gather them.
    response.setHeader("X-Accel-Buffering", "no");
    Listener listener = listeners.add(line, standing.caller(), standing.again(), after);
    // By this thread: the header must have left before any other sends something.
    line.open();
    listener.begin();
  }

  private static Optional<Long> place(String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return Optional.empty();
    }
    if (!PLACE.matcher(lastEventId.strip()).matches()) {
      throw new UnreadableInput("Last-Event-ID must be the id of an event");
    }
    return Optional.of(Long.valueOf(lastEventId.strip()));
  }
}

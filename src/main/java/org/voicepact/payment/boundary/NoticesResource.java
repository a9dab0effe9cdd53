package org.voicepact.payment.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.DoubtfulNotices;
import org.voicepact.payment.control.DoubtfulNotices.Doubtful;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.WireValue;

/** Notices of payments that do not fit, for a person to look at. */
@Path("api/v1/payments/notices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class NoticesResource {

  private static final int MOST = 200;
  private static final int LONGEST_WORDS = 1000;

  private final DoubtfulNotices notices;
  private final CurrentCaller current;

  @Inject
  public NoticesResource(DoubtfulNotices notices, CurrentCaller current) {
    this.notices = notices;
    this.current = current;
  }

  /** Whether somebody has looked at a notice. */
  public enum Status implements WireValue {
    OPEN,
    SEEN;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The answer. */
  @Schema(name = "DoubtfulNoticeList")
  record Found(@Schema(required = true) List<Representation> notices) {}

  /** A notice. */
  @Schema(name = "DoubtfulNotice")
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Representation(
      @Schema(required = true, description = "64 hex digits, the same for a repeat")
      String noticeId,

      @Schema(required = true) Status status,

      @Schema(
          required = true,
          description =
              "unknown: it tells of nothing that is known; differs: of another amount, currency, number or reference;"
                  + " contradicts: the opposite of what the provider has said")
      StoredNotice.Verdict verdict,

      @Schema(required = true) String provider,

      @Schema(required = true, description = "ISO 8601 in UTC")
      String receivedAt,

      @Schema(description = "When somebody had looked at it; absent before")
      String seenAt,

      @Schema(description = "Of what it tells, where that is known")
      String transactionId,

      @Schema(description = "What it claims; absent where its provider has no such notice")
      ProviderNotice.Claim claim,

      @Schema(description = "The provider's number of the movement, as it says")
      String receipt,

      BigDecimal amount,
      String currency,

      @Schema(
          maxLength = LONGEST_WORDS,
          description = "The beginning of what came, where its provider has no such notice")
      String words) {

    static Representation of(Doubtful doubtful) {
      StoredNotice stored = doubtful.stored();
      Optional<ProviderNotice> said = doubtful.said();
      return new Representation(
          stored.id(),
          stored.seenAt().isPresent() ? Status.SEEN : Status.OPEN,
          stored.verdict(),
          stored.provider(),
          Json.time(stored.receivedAt()),
          stored.seenAt().map(Json::time).orElse(null),
          stored.orderId().orElse(null),
          said.map(ProviderNotice::claim).orElse(null),
          said.flatMap(ProviderNotice::receipt).orElse(null),
          said.flatMap(ProviderNotice::amount).orElse(null),
          said.flatMap(ProviderNotice::currency).orElse(null),
          said.isPresent()
              ? null
              : stored.words().map(Representation::beginning).orElse(null));
    }

    private static String beginning(String words) {
      return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listDoubtfulNotices",
      summary = "Notices of payments that do not fit, the newest first",
      description = "They have moved nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The newest of them",
      content = @Content(schema = @Schema(implementation = Found.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Found list(
      @QueryParam("status")
          @Parameter(
              description = "open: only those that nobody has looked at",
              schema = @Schema(implementation = Status.class))
          String status,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          String limit) {
    Optional<Boolean> seen =
        QueryFields.value("status", status, Status.class).map(Status.SEEN::equals);
    return new Found(
        notices.list(seen, (int) QueryFields.number("limit", limit, 50, 1, MOST)).stream()
            .map(Representation::of)
            .toList());
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{notice_id: [0-9a-f]{64}}/seen")
  @Operation(
      operationId = "seeDoubtfulNotice",
      summary = "Say that somebody has looked at a notice that does not fit")
  @APIResponse(
      responseCode = "200",
      description = "Seen, by this call or before",
      content = @Content(schema = @Schema(implementation = Representation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Representation see(@PathParam("notice_id") String id) {
    return Representation.of(notices.see(id, current.actor()));
  }
}

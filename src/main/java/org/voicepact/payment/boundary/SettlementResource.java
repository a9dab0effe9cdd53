package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.OnceKeys;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.control.Persons;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.OnceAnswer;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.DecidingPayment.Decided;
import org.voicepact.payment.control.DecidingPayment.Decider;
import org.voicepact.payment.control.SettlingOrder;
import org.voicepact.payment.entity.Settlement;
import org.voicepact.payment.entity.Settlement.Outcome;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Json;

/** How people say what became of a transaction of which the provider says nothing clear. */
@Path("api/v1/payments/" + PaymentDecisionResource.ID + "/settle")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class SettlementResource {

  private static final int LONGEST_ID = 36;
  private static final int LONGEST_RECEIPT = 100;
  private static final int LONGEST_TIME = 40;
  private static final int LONGEST_REASON = 500;

  private final SettlingOrder settling;
  private final OnceKeys once;
  private final CurrentCaller current;
  private final Persons persons;
  private final PaymentAccess access;
  private final Clock clock;

  @Inject
  public SettlementResource(
      SettlingOrder settling,
      OnceKeys once,
      CurrentCaller current,
      Persons persons,
      PaymentAccess access,
      Clock clock) {
    this.settling = settling;
    this.once = once;
    this.current = current;
    this.persons = persons;
    this.access = access;
    this.clock = clock;
  }

  /** {@code POST …/settle}. */
  @Schema(name = "SettlementRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Document(
      @Schema(
          required = true,
          maxLength = LONGEST_ID,
          description = "That of the payment, or of one of its payouts")
      String transactionId,

      @Schema(required = true) Outcome outcome,

      @Schema(
          maxLength = LONGEST_RECEIPT,
          description = "The provider’s number of the movement; needed where it has moved",
          examples = "QK12AB34CD")
      String receipt,

      @Schema(
          description = "When it moved, ISO 8601 in UTC; needed where it has",
          examples = "2026-11-28T09:30:00Z")
      String at,

      @Schema(
          required = true,
          maxLength = LONGEST_REASON,
          examples = "The provider’s statement has it")
      String reason) {}

  private record Wanted(String transaction, Settlement settlement, String reason) {}

  @POST
  @RolesAllowed(Roles.ADMIN)
  @RateLimited(Limited.CONFIRM)
  @Operation(
      operationId = "settlePayment",
      summary =
          "Say what became of a transaction in review, contradicted by the provider, failed and moved after all, or moved and came back",
      description =
          "By two different administrators who say the same, whatever the amount: the first is answered 202. The ledger"
              + " moves as by the provider’s own answer. To say what the books have changes nothing.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Document.class)))
  @APIResponse(
      responseCode = "200",
      description = "The books say so, by this call or before",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = "Another person has to say the same",
      content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response settle(
      @PathParam("id") String id,
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = OnceKeys.DESCRIPTION) String key,
      byte[] body) {
    Wanted wanted = read(body);
    String payment = id.toLowerCase(Locale.ROOT);
    Decider by =
        new Decider(current.actor(), persons.of(current.get()), current.get().phone());
    return once.answer("settle " + payment, key, body, () -> {
      Decided decided =
          settling.settle(payment, wanted.transaction(), wanted.settlement(), by, wanted.reason());
      return new OnceAnswer(
          decided.isDone() ? 200 : 202,
          Json.write(PaymentRepresentation.of(decided.hold(), access.numbers())));
    });
  }

  private Wanted read(byte[] body) {
    JsonFields fields = JsonFields.read(new ByteArrayInputStream(body));
    fields.refuseOthers(List.of("transaction_id", "outcome", "receipt", "at", "reason"));
    String transaction = fields.requiredText("transaction_id", LONGEST_ID);
    Optional<Outcome> outcome = fields.value("outcome", Outcome.class);
    if (outcome.isEmpty()) {
      fields.refuseOnce("outcome", "is required");
    }
    Optional<String> receipt = fields.text("receipt", LONGEST_RECEIPT);
    Optional<Instant> at = time(fields);
    String reason = fields.requiredText("reason", LONGEST_REASON);
    boolean hasMoved = outcome.filter(Outcome.MOVED::equals).isPresent();
    if (hasMoved && receipt.isEmpty()) {
      fields.refuseOnce("receipt", "is required where the money has moved");
    }
    if (hasMoved && at.isEmpty()) {
      fields.refuseOnce("at", "is required where the money has moved");
    }
    if (outcome.filter(Outcome.NOT_MOVED::equals).isPresent() && receipt.isPresent()) {
      fields.refuse("receipt", "is that of a movement; there is none");
    }
    fields.check();
    return new Wanted(
        transaction.toLowerCase(Locale.ROOT),
        new Settlement(outcome.orElseThrow(), receipt, at.orElse(clock.instant())),
        reason);
  }

  private Optional<Instant> time(JsonFields fields) {
    Optional<String> said = fields.text("at", LONGEST_TIME);
    try {
      Optional<Instant> at = said.map(Instant::parse);
      if (at.filter(each -> each.isAfter(clock.instant()) || each.isBefore(Instant.EPOCH))
          .isPresent()) {
        fields.refuse("at", "must be a time that has been");
      }
      return at;
    } catch (DateTimeParseException e) {
      fields.refuse("at", "must be a time in UTC, as 2026-11-28T09:30:00Z");
      return Optional.empty();
    }
  }
}

package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.WireValue;

/** Reads what an administrator wants of a new API key; fails with all faults at once. */
@Singleton
public class ApiKeyRequests {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TIME = 40;
  private static final int LAST_YEAR = 9999;
  private static final String WRONG_TIME =
      "must be an ISO 8601 time with its offset, as 2027-12-31T00:00:00Z";

  private static final String WRONG_SCOPES =
      "must be an array of one or more of: " + WireValue.allowed(Scope.class);

  private final Clock clock;

  @Inject
  public ApiKeyRequests(Clock clock) {
    this.clock = clock;
  }

  /** What came with {@code POST /api-keys}. */
  record Wanted(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {}

  /** Its form, for the documentation of the API. */
  @Schema(name = "ApiKeyRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Document(
      @Schema(required = true, maxLength = 100, examples = "Cooperative's bookkeeping")
      String name,

      @Schema(required = true, minItems = 1) List<Scope> scopes,

      @Schema(
          description = "It does not end where none is named",
          examples = "2027-12-31T00:00:00Z")
      Instant expiresAt) {}

  Wanted read(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of("name", "scopes", "expires_at"));
    String name = fields.requiredText("name", LONGEST_NAME);
    Set<Scope> scopes = scopes(fields);
    Optional<String> end = fields.text("expires_at", LONGEST_TIME);
    if (fields.has("expires_at") && end.isEmpty()) {
      fields.refuseOnce("expires_at", WRONG_TIME);
    }
    Optional<Instant> expiresAt = end.flatMap(text -> time(fields, text));
    fields.check();
    return new Wanted(name, scopes, expiresAt);
  }

  private static Set<Scope> scopes(JsonFields fields) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (!(fields.node("scopes") instanceof ArrayNode array) || array.isEmpty()) {
      fields.refuse("scopes", WRONG_SCOPES);
      return scopes;
    }
    for (JsonNode element : array) {
      Optional<Scope> scope = WireValue.of(Scope.class, element.asText());
      scope.ifPresent(scopes::add);
      if (scope.isEmpty()) {
        fields.refuseOnce("scopes", WRONG_SCOPES);
      }
    }
    return scopes;
  }

  private Optional<Instant> time(JsonFields fields, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() <= LAST_YEAR && time.toInstant().isAfter(clock.instant())) {
        return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
      }
      fields.refuse("expires_at", "must be in the future, and at most in the year " + LAST_YEAR);
    } catch (DateTimeException e) {
      fields.refuse("expires_at", WRONG_TIME);
    }
    return Optional.empty();
  }
}

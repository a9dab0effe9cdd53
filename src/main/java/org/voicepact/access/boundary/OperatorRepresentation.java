package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.platform.entity.Language;

/** An operator as administrators see it. */
@Schema(name = "Operator")
@JsonNaming(SnakeCaseStrategy.class)
record OperatorRepresentation(
    @Schema(
        required = true,
        description = "By which the audit log names the operator, behind operator:")
    String id,

    @Schema(required = true, description = "To sign in with")
    String name,

    @Schema(required = true) String displayName,
    @Schema(required = true) OperatorRole role,
    @Schema(required = true) Language language,

    @Schema(required = true, description = "Whether the operator can sign in")
    boolean active,

    @Schema(required = true) Instant createdAt) {

  /** The answer of {@code GET /admin/operators}. */
  @Schema(name = "Operators")
  @JsonNaming(SnakeCaseStrategy.class)
  record Everybody(@Schema(required = true) List<OperatorRepresentation> operators) {}

  /** The operator who asks. */
  @Schema(name = "OperatorSignedIn")
  @JsonNaming(SnakeCaseStrategy.class)
  record Oneself(
      @Schema(required = true) String id,
      @Schema(required = true) String name,
      @Schema(required = true) String displayName,
      @Schema(required = true) OperatorRole role,
      @Schema(required = true) Language language,

      @Schema(
          required = true,
          description = "Goes into X-CSRF-Token of each request that changes something")
      String csrfToken) {

    static Oneself of(SignedIn operator) {
      OperatorProfile profile = operator.profile();
      return new Oneself(
          operator.id(),
          profile.name(),
          profile.displayName(),
          profile.role(),
          profile.language(),
          operator.csrfToken());
    }
  }

  static OperatorRepresentation of(Operator operator) {
    OperatorProfile profile = operator.profile();
    return new OperatorRepresentation(
        operator.id(),
        profile.name(),
        profile.displayName(),
        profile.role(),
        profile.language(),
        operator.isActive(),
        operator.createdAt());
  }
}

package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.access.entity.Scope;

/** An API key as administrators see it. */
@Schema(name = "ApiKey")
@JsonNaming(SnakeCaseStrategy.class)
record ApiKeyRepresentation(
    @Schema(required = true, description = "Stands in the key itself, behind vp_")
    String id,

    @Schema(required = true) String name,

    @Schema(required = true, description = "How the key begins", examples = "vp_k7m2x9q4ab")
    String prefix,

    @Schema(required = true) Set<Scope> scopes,
    @Schema(required = true) Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "To the minute") Instant lastUsedAt,

    @Schema(description = "The key, only in the answer that made it")
    String key) {

  /** The answer of {@code GET /api-keys}. */
  @Schema(name = "ApiKeys")
  @JsonNaming(SnakeCaseStrategy.class)
  record Keys(@Schema(required = true) List<ApiKeyRepresentation> apiKeys) {}

  /**
   * @param text the key itself, or null
   */
  static ApiKeyRepresentation of(ApiKey key, String text) {
    return new ApiKeyRepresentation(
        key.id(),
        key.name(),
        key.prefix(),
        key.scopes(),
        key.createdAt(),
        key.expiresAt().orElse(null),
        key.revokedAt().orElse(null),
        key.lastUsedAt().orElse(null),
        text);
  }
}

package org.voicepact.access.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a valid API key stands for.
 *
 * @param id names the key in tokens and in the audit trail; another key has another one
 */
public record KeyGrant(String id, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {

  public boolean isValidAt(Instant now) {
    return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
  }
}

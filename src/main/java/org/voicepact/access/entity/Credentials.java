package org.voicepact.access.entity;

import java.util.List;

/**
 * What a request presents to say who makes it.
 *
 * @param keys all values of {@code X-API-Key}
 * @param authorizations all values of {@code Authorization}
 */
public record Credentials(List<String> keys, List<String> authorizations) {

  public boolean areAbsent() {
    return keys.isEmpty() && authorizations.isEmpty();
  }

  /** Without the credentials, so that none gets into a log by accident. */
  @Override
  public String toString() {
    return keys.size() + " keys, " + authorizations.size() + " authorizations";
  }
}

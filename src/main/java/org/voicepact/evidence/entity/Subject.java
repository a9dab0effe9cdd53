package org.voicepact.evidence.entity;

import java.util.Optional;

/**
 * What an audit entry tells of.
 *
 * @param id at most 80 characters, without personal data
 * @param chain the chain of entries that the entry continues, at most 24 characters; each entry of a chain holds the
 *     hash of the one before it
 */
public record Subject(String id, Optional<String> chain) {

  /** The chain of what becomes of the keys that sign. */
  public static final String KEYS = "keys";

  /** A contract; its id names its chain. */
  public static Subject contract(String id) {
    return new Subject(id, Optional.of(id));
  }

  /** A key that signs, by its id. */
  public static Subject signingKey(String keyId) {
    return new Subject(keyId, Optional.of(KEYS));
  }

  /** Anything else. */
  public static Subject other(String id) {
    return new Subject(id, Optional.empty());
  }
}

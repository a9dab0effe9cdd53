package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.StrictJson;

/**
 * Whom the reader of a proof trusts.
 *
 * @param ids the ids of keys, each a thumbprint
 * @param keys those of them that the reader has, to check what newer keys signed than a proof has
 */
public record TrustedKeys(Set<String> ids, List<VerifyingKey> keys) {

  private static final String PURPOSE = "purpose";

  public TrustedKeys {
    ids = Set.copyOf(ids);
    keys = List.copyOf(keys);
  }

  /** By their ids alone. */
  public static TrustedKeys ofIds(Set<String> ids) {
    return new TrustedKeys(ids, List.of());
  }

  /**
   * The keys of a JWK set (RFC 7517), by their thumbprints. One that says that it is for something else than checkpoints,
   * as {@code GET /api/v1/keys} does, makes no installation trusted: a statement's key may be one that was lost.
   *
   * @throws NotThisFormat where the file is no JWK set, has a key that cannot be used, or one under a wrong
   *     {@code kid}
   */
  public static TrustedKeys ofJwkSet(byte[] file) {
    JsonNode set = StrictJson.file(file).path("keys");
    if (!set.isArray()) {
      throw new NotThisFormat("/keys: must be an array");
    }
    List<VerifyingKey> keys = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int read = 0;
    for (JsonNode jwk : set) {
      VerifyingKey key = key(jwk, "/keys/" + read);
      read++;
      String purpose = jwk.path(PURPOSE).asText(KeyPurpose.CHECKPOINT.wire());
      if (purpose.equals(KeyPurpose.CHECKPOINT.wire())) {
        ids.add(key.keyId());
      }
      if (!purpose.equals(KeyPurpose.STATEMENT.wire())) {
        keys.add(key);
      }
    }
    return new TrustedKeys(ids, keys);
  }

  private static VerifyingKey key(JsonNode jwk, String where) {
    VerifyingKey key;
    try {
      key = VerifyingKey.ofJwk(jwk);
    } catch (IllegalArgumentException e) {
      throw new NotThisFormat(where + ": " + e.getMessage());
    }
    if (jwk.has("kid") && !jwk.get("kid").asText().equals(key.keyId())) {
      throw new NotThisFormat(where + "/kid: is not the thumbprint of the key");
    }
    return key;
  }

  /** These and those. */
  public TrustedKeys and(TrustedKeys others) {
    Set<String> allIds = new HashSet<>(ids);
    allIds.addAll(others.ids);
    List<VerifyingKey> allKeys = new ArrayList<>(keys);
    allKeys.addAll(others.keys);
    return new TrustedKeys(allIds, allKeys);
  }
}

package org.voicepact.access.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.access.entity.KeyGrant;
import org.voicepact.access.entity.KeyRevoked;
import org.voicepact.platform.control.Sha256;

/**
 * Finds what an API key opens, be it set or made. What was found, or not, is remembered for {@link #MEMORY}:
 * so long a key may still open something on other servers after it was revoked; on the server that revoked
 * it, it ends at once.
 */
@Singleton
public class ApiKeys {

  static final Duration MEMORY = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 10_000;

  private final ConfiguredKeys configured;
  private final MadeKeys made;
  private final Clock clock;
  private final Cache<String, Optional<KeyGrant>> byHash = memory();
  private final Cache<String, Optional<KeyGrant>> byId = memory();

  @Inject
  public ApiKeys(ConfiguredKeys configured, MadeKeys made, Clock clock) {
    this.configured = configured;
    this.made = made;
    this.clock = clock;
  }

  private static Cache<String, Optional<KeyGrant>> memory() {
    return Caffeine.newBuilder()
        .expireAfterWrite(MEMORY)
        .maximumSize(MOST_REMEMBERED)
        .build();
  }

  /** What a key opens; empty where it is unknown, revoked or over. */
  public Optional<KeyGrant> find(String key) {
    byte[] hash = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    return configured
        .find(hash)
        .or(() -> remembered(byHash, HexFormat.of().formatHex(hash), made::use));
  }

  /** The key with an id, as tokens name it; empty where it opens nothing any more. */
  Optional<KeyGrant> findById(String id) {
    return configured.findById(id).or(() -> remembered(byId, id, made::find));
  }

  private Optional<KeyGrant> remembered(
      Cache<String, Optional<KeyGrant>> memory,
      String wanted,
      Function<String, Optional<ApiKey>> reader) {
    return memory
        .get(wanted, key -> reader.apply(key).map(ApiKeys::grant))
        .filter(grant -> grant.isValidAt(clock.instant()));
  }

  private static KeyGrant grant(ApiKey key) {
    return new KeyGrant(key.id(), key.name(), key.scopes(), key.expiresAt());
  }

  /** Looks everything up again from now on. */
  void revoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyRevoked event) {
    byHash.invalidateAll();
    byId.invalidateAll();
  }
}

package org.voicepact.access.control;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.Json;

/**
 * Remembers, in a signed cookie and nowhere else, what a browser was sent to the OpenID provider with, so that any server may
 * take it back and nobody can bring a browser the answer to another one's question.
 */
@Singleton
public class OidcVisits {

  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final int SECRET_BYTES = 32;

  private final SecureRandom random;
  private final Clock clock;
  private final byte[] key;

  @Inject
  public OidcVisits(InstallationSecret secret, SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
    this.key = secret.keyFor("oidc-visit/1");
  }

  /**
   * One way to the provider and back.
   *
   * @param verifier that only we know until the code is exchanged (RFC 7636)
   * @param next the page to go to
   */
  public record Visit(String state, String nonce, String verifier, String next, long ends) {

    /** By which the provider knows the verifier again. */
    public String challenge() {
      return encoded(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  public Visit begin(String next) {
    return new Visit(
        secret(), secret(), secret(), next, clock.instant().plus(LIFETIME).getEpochSecond());
  }

  public String cookie(Visit visit) {
    String text = encoded(Json.write(visit).getBytes(StandardCharsets.UTF_8));
    return text + "." + signature(text);
  }

  /** The visit of a cookie, where it is ours, not over, and the one that the provider answers. */
  public Optional<Visit> resume(String cookie, String state) {
    String[] parts = cookie.split("\\.", -1);
    if (parts.length != 2 || !isEqual(parts[1], signature(parts[0]))) {
      return Optional.empty();
    }
    JsonNode read =
        Json.read(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    Visit visit = new Visit(
        read.path("state").asText(),
        read.path("nonce").asText(),
        read.path("verifier").asText(),
        read.path("next").asText(),
        read.path("ends").asLong());
    return Optional.of(visit)
        .filter(each -> clock.instant().getEpochSecond() < each.ends())
        .filter(each -> isEqual(state, each.state()));
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String text) {
    return encoded(HmacSha256.of(key, text.getBytes(StandardCharsets.UTF_8)));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

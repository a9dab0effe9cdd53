package org.voicepact.access.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.platform.control.Sha256;

/**
 * Checks tokens: our own with HS256, and with RS256 or ES256 those of the one issuer whose keys are set. The
 * algorithm decides which keys are tried, so that a public key is never taken for a secret.
 */
@Singleton
public class CheckingToken {

  private static final Logger LOG = Logger.getLogger(CheckingToken.class.getName());

  /** How far clocks may be apart, in seconds. */
  private static final int CLOCK_SKEW = 5;

  /** How long a token that was found good is not verified again, except for its end; a withdrawn key of others counts so long. */
  private static final Duration MEMORY = Duration.ofSeconds(30);

  private static final int MOST_REMEMBERED = 10_000;

  private final DefaultJWTProcessor<SecurityContext> own;
  private final Optional<DefaultJWTProcessor<SecurityContext>> others;

  /** By the digest, so that no token stays in memory. */
  private final Cache<String, Checked> checked = Caffeine.newBuilder()
      .expireAfterWrite(MEMORY)
      .maximumSize(MOST_REMEMBERED)
      .build();

  private final Clock clock;

  @Inject
  public CheckingToken(TokenSettings settings, Clock clock) {
    this.clock = clock;
    this.own =
        processor(ownKeys(settings.secrets()), settings.issuer(), settings.audience(), clock);
    this.others = settings
        .otherKeys()
        .map(keys -> processor(
            otherKeys(keys), settings.otherIssuer().orElseThrow(), settings.audience(), clock));
  }

  static JWSKeySelector<SecurityContext> ownKeys(List<SecretKey> secrets) {
    return (header, context) ->
        JWSAlgorithm.HS256.equals(header.getAlgorithm()) ? secrets : List.of();
  }

  static JWSKeySelector<SecurityContext> otherKeys(JWKSource<SecurityContext> keys) {
    return new JWSVerificationKeySelector<>(TokenSettings.ASYMMETRIC, keys);
  }

  static DefaultJWTProcessor<SecurityContext> processor(
      JWSKeySelector<SecurityContext> keys, String issuer, String audience, Clock clock) {
    JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(issuer).build();
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(audience, exactly, Set.of("exp", "sub")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(CLOCK_SKEW);
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  /**
   * What a token says, once all of it was checked.
   *
   * @param isOurs whether this installation has issued it
   */
  record Checked(JWTClaimsSet claims, boolean isOurs) {

    private boolean isGoodAt(Instant now) {
      return claims.getExpirationTime().toInstant().plusSeconds(CLOCK_SKEW).isAfter(now);
    }
  }

  /**
   * @throws AccessRefusal where anything is wrong with the token, always with the same words; or where the keys that it
   *     would be checked with cannot be read at present
   */
  Checked check(String token) {
    String digest = Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    Checked known = checked.getIfPresent(digest);
    if (known != null && known.isGoodAt(clock.instant())) {
      return known;
    }
    Checked fresh = verify(token);
    checked.put(digest, fresh);
    return fresh;
  }

  private Checked verify(String token) {
    try {
      SignedJWT parsed = parse(token);
      boolean ours = JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm());
      DefaultJWTProcessor<SecurityContext> processor =
          ours ? own : others.orElseThrow(AccessRefusal::invalidToken);
      return new Checked(processor.process(parsed, null), ours);
    } catch (RateLimitReachedException e) {
      // The issuer's keys were just read, and the one that the token names is not among them.
      throw AccessRefusal.invalidToken();
    } catch (KeySourceException e) {
      LOG.log(Level.WARNING, "the keys of JWT_PUBLIC_KEY_LOCATION cannot be read", e);
      throw AccessRefusal.keysUnavailable();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.log(Level.FINE, "a token was refused", e);
      throw AccessRefusal.invalidToken();
    }
  }

  /**
   * The library passes over characters that Base64url does not have, and over bits that stand for nothing; RFC 7515
   * (2) allows one spelling alone.
   */
  static SignedJWT parse(String token) throws ParseException {
    try {
      String spelled = Arrays.stream(JOSEObject.split(token))
          .map(part -> Base64URL.encode(part.decode()).toString())
          .collect(Collectors.joining("."));
      if (!spelled.equals(token)) {
        throw new ParseException("not the compact form of a signed token", 0);
      }
      return SignedJWT.parse(token);
    } catch (NullPointerException e) {
      // What the library throws where the header is the JSON value null.
      throw new ParseException("no header", 0);
    }
  }
}

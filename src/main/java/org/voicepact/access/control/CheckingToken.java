package org.voicepact.access.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.access.entity.AccessRefusal;

/**
 * Checks tokens: our own with HS256, and with RS256 or ES256 those of the one issuer whose keys are set. The
 * algorithm decides which keys are tried, so that a public key is never taken for a secret.
 */
@Singleton
public class CheckingToken {

  private static final Logger LOG = Logger.getLogger(CheckingToken.class.getName());

  /** How far clocks may be apart, in seconds. */
  private static final int CLOCK_SKEW = 5;

  private final DefaultJWTProcessor<SecurityContext> own;
  private final Optional<DefaultJWTProcessor<SecurityContext>> others;

  @Inject
  public CheckingToken(TokenSettings settings, Clock clock) {
    JWSKeySelector<SecurityContext> secrets = (header, context) ->
        JWSAlgorithm.HS256.equals(header.getAlgorithm()) ? settings.secrets() : List.of();
    this.own = processor(secrets, settings.issuer(), settings.audience(), clock);
    this.others = settings
        .otherKeys()
        .map(keys -> processor(
            new JWSVerificationKeySelector<>(TokenSettings.ASYMMETRIC, keys),
            settings.otherIssuer().orElseThrow(),
            settings.audience(),
            clock));
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
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
  record Checked(JWTClaimsSet claims, boolean isOurs) {}

  /**
   * @throws AccessRefusal where anything is wrong with the token, always with the same words
   */
  Checked check(String token) {
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      boolean ours = JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm());
      DefaultJWTProcessor<SecurityContext> processor =
          ours ? own : others.orElseThrow(AccessRefusal::invalidToken);
      return new Checked(processor.process(parsed, null), ours);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.log(Level.FINE, "a token was refused", e);
      throw AccessRefusal.invalidToken();
    }
  }
}

package org.voicepact.access.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Roles;
import org.voicepact.access.entity.Scope;
import org.voicepact.access.entity.TokenClaims;
import org.voicepact.platform.entity.PhoneNumber;

/** Issues tokens of our own: JWT (RFC 7519) with HS256 and the claims of MicroProfile JWT. */
@Singleton
public class IssuingToken {

  /** A party signs in again after this time; nobody can take its token back before. */
  public static final Duration PARTY_LIFETIME = Duration.ofMinutes(60);

  private static final int ID_BYTES = 16;

  private final TokenSettings settings;
  private final SecureRandom random;
  private final Clock clock;

  @Inject
  public IssuingToken(TokenSettings settings, SecureRandom random, Clock clock) {
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /**
   * A token as it is handed out.
   *
   * @param scope in the form of RFC 6749, 3.3
   */
  public record Issued(String token, Duration lifetime, String scope) {

    /** Without the token, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return "token for " + scope;
    }
  }

  /** A token that opens some of what a key opens, and ends with the key. */
  public Issued forKey(Caller holder, Set<Scope> scopes) {
    List<String> groups = scopes.stream().sorted().map(Scope::wire).toList();
    JWTClaimsSet.Builder claims =
        claims(holder.id(), groups, settings.lifetime()).claim(TokenClaims.KEY_ID, holder.id());
    return new Issued(sign(claims), settings.lifetime(), String.join(" ", groups));
  }

  /** A token for what concerns one phone number. */
  public Issued forParty(PhoneNumber phone) {
    JWTClaimsSet.Builder claims = claims(Roles.PARTY, List.of(Roles.PARTY), PARTY_LIFETIME)
        .claim(TokenClaims.PHONE_NUMBER, phone.e164());
    return new Issued(sign(claims), PARTY_LIFETIME, Roles.PARTY);
  }

  private JWTClaimsSet.Builder claims(String subject, List<String> groups, Duration lifetime) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(settings.issuer())
        .audience(settings.audience())
        .subject(subject)
        .claim(TokenClaims.USER_PRINCIPAL_NAME, subject)
        .claim(TokenClaims.GROUPS, groups)
        .claim(TokenClaims.SCOPE, String.join(" ", groups))
        .jwtID(newId())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(lifetime)));
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private String sign(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
      token.sign(new MACSigner(settings.secrets().get(0)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key was made long enough when it was read", e);
    }
  }
}

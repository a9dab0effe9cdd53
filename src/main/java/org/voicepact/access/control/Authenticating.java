package org.voicepact.access.control;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Credentials;
import org.voicepact.access.entity.KeyGrant;
import org.voicepact.access.entity.Roles;
import org.voicepact.access.entity.Scope;
import org.voicepact.access.entity.TokenClaims;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Finds out who makes a request. What is presented and wrong is refused in every mode; only who presents
 * nothing is anonymous.
 */
@Singleton
public class Authenticating {

  /** RFC 6750, 2.1; the scheme's name has no case (RFC 9110, 11.1). */
  private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");

  private final AccessSettings settings;
  private final ApiKeys keys;
  private final CheckingToken tokens;
  private final MetricsAccess metrics;

  @Inject
  public Authenticating(
      AccessSettings settings, ApiKeys keys, CheckingToken tokens, MetricsAccess metrics) {
    this.settings = settings;
    this.keys = keys;
    this.tokens = tokens;
    this.metrics = metrics;
  }

  /**
   * @param fromThisMachine whether the request comes from a program on this machine
   * @throws AccessRefusal where a credential is wrong, or is not one that this installation takes
   */
  public Caller authenticate(Credentials presented, boolean fromThisMachine) {
    if (presented.areAbsent()) {
      return Caller.anonymous(anonymousRoles(fromThisMachine));
    }
    if (presented.keys().size() + presented.authorizations().size() > 1) {
      throw AccessRefusal.severalCredentials();
    }
    return presented.keys().isEmpty()
        ? token(presented.authorizations().get(0))
        : key(presented.keys().get(0));
  }

  private Set<String> anonymousRoles(boolean fromThisMachine) {
    Set<String> roles = new HashSet<>(settings.anonymousRoles());
    if (fromThisMachine && metrics.opensToThisMachine()) {
      roles.add(Roles.METRICS);
    }
    return roles;
  }

  private Caller key(String key) {
    KeyGrant grant = keys.find(key.strip()).orElseThrow(AccessRefusal::invalidKey);
    Set<String> roles = settings.takesKeys() ? roles(grant.scopes()) : new HashSet<>();
    roles.add(Roles.KEY_HOLDER);
    return new Caller(
        Caller.Kind.KEY, grant.id(), grant.scopes(), roles, Optional.empty(), Map.of());
  }

  private Caller token(String authorization) {
    Matcher bearer = BEARER.matcher(authorization);
    if (!bearer.matches()) {
      throw AccessRefusal.unknownScheme();
    }
    if (metrics.isToken(bearer.group(1))) {
      return new Caller(
          Caller.Kind.KEY,
          Roles.METRICS,
          Set.of(),
          Set.of(Roles.METRICS),
          Optional.empty(),
          Map.of());
    }
    if (!settings.takesTokens()) {
      throw AccessRefusal.tokensAreOff();
    }
    CheckingToken.Checked checked = tokens.check(bearer.group(1));
    try {
      return caller(
          checked.claims(), withToken(checked.claims(), bearer.group(1)), checked.isOurs());
    } catch (ParseException e) {
      throw AccessRefusal.invalidToken();
    }
  }

  /** MicroProfile JWT counts the token itself among its claims. */
  private static Map<String, Object> withToken(JWTClaimsSet claims, String token) {
    Map<String, Object> all = new HashMap<>(claims.getClaims());
    all.put(TokenClaims.RAW_TOKEN, token);
    return all;
  }

  private Caller caller(JWTClaimsSet claims, Map<String, Object> shown, boolean ours)
      throws ParseException {
    List<String> granted = granted(claims);
    if (ours && granted.contains(Roles.PARTY)) {
      PhoneNumber phone = Optional.ofNullable(claims.getStringClaim(TokenClaims.PHONE_NUMBER))
          .flatMap(PhoneNumber::of)
          .orElseThrow(AccessRefusal::invalidToken);
      return new Caller(
          Caller.Kind.PARTY,
          claims.getSubject(),
          Set.of(),
          Set.of(Roles.PARTY),
          Optional.of(phone),
          shown);
    }
    Set<Scope> scopes = Scope.among(granted);
    String keyId = claims.getStringClaim(TokenClaims.KEY_ID);
    boolean madeWithKey = ours && keyId != null;
    if (madeWithKey) {
      scopes.retainAll(
          keys.findById(keyId).orElseThrow(AccessRefusal::invalidToken).scopes());
    }
    return new Caller(
        madeWithKey ? Caller.Kind.KEY : Caller.Kind.TOKEN,
        madeWithKey ? keyId : claims.getSubject(),
        scopes,
        roles(scopes),
        Optional.empty(),
        shown);
  }

  private static List<String> granted(JWTClaimsSet claims) throws ParseException {
    List<String> granted = new ArrayList<>();
    Optional.ofNullable(claims.getStringListClaim(TokenClaims.GROUPS)).ifPresent(granted::addAll);
    Optional.ofNullable(claims.getStringClaim(TokenClaims.SCOPE))
        .ifPresent(scope -> granted.addAll(Arrays.asList(scope.split("\\s+"))));
    return granted;
  }

  /** Who may read all of a contract may read how far it is; and what each scope opens to those alone who have shown it. */
  private static Set<String> roles(Set<Scope> scopes) {
    Set<String> roles =
        scopes.stream().map(Scope::wire).collect(Collectors.toCollection(HashSet::new));
    if (scopes.contains(Scope.CONTRACTS_READ)) {
      roles.add(Roles.PROGRESS);
      roles.add(Roles.NOTES_READ);
    }
    if (scopes.contains(Scope.CONTRACTS_WRITE)) {
      roles.add(Roles.SEND);
      roles.add(Roles.NOTES_WRITE);
    }
    return roles;
  }
}

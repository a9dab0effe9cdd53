package org.voicepact.access.control;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.access.control.OidcVisits.Visit;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PlainText;

/**
 * Lets somebody sign in whom the OpenID provider knows. At the first time an operator is made, without a password; name and
 * role follow the provider each time, whether the operator may sign in is decided here.
 */
@Singleton
public class SigningInByOidc {

  private static final String CALLBACK = "/console/oidc/callback";
  private static final int LONGEST_DISPLAY_NAME = 100;

  /** Of a name that is made where the provider's is taken, or none that we take. */
  private static final int TOLD_APART = 16;

  private final OidcProvider provider;
  private final OidcSettings settings;
  private final PublicAddress address;
  private final Operators operators;
  private final AdministeringOperators administering;
  private final RecordingSignIn recording;
  private final NamingCaller naming;

  @Inject
  public SigningInByOidc(
      OidcProvider provider,
      OidcSettings settings,
      PublicAddress address,
      Operators operators,
      AdministeringOperators administering,
      RecordingSignIn recording,
      NamingCaller naming) {
    this.provider = provider;
    this.settings = settings;
    this.address = address;
    this.operators = operators;
    this.administering = administering;
    this.recording = recording;
    this.naming = naming;
  }

  /** Where the browser goes; empty where the provider does not answer. */
  public Optional<String> begin(Visit visit) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", settings.client().orElseThrow().id());
    parameters.put("redirect_uri", callback());
    parameters.put("scope", "openid profile");
    parameters.put("state", visit.state());
    parameters.put("nonce", visit.nonce());
    parameters.put("code_challenge", visit.challenge());
    parameters.put("code_challenge_method", "S256");
    return provider.authorization(parameters);
  }

  private String callback() {
    return address.of(CALLBACK).toString();
  }

  /** Who the person is for whom the provider gave a code; empty where it is not known for certain. */
  public Optional<JWTClaimsSet> claims(Visit visit, String code) {
    return provider.claims(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            callback(),
            "code_verifier",
            visit.verifier()),
        visit.nonce());
  }

  /**
   * @return the token of the new session; empty where the provider gives no role, or an administrator has shut the operator out
   */
  @Transactional
  public Optional<String> enter(JWTClaimsSet claims) {
    return settings.role(claims.getClaims()).flatMap(role -> {
      String subject = Sha256.hex(
          (claims.getIssuer() + " " + claims.getSubject()).getBytes(StandardCharsets.UTF_8));
      Operator operator = operators
          .bySubject(subject)
          .map(
              known -> administering.follow(known, displayName(claims), role, tokenSubject(claims)))
          .orElseGet(() -> make(claims, subject, role));
      return recording.signedIn(operator);
    });
  }

  private Operator make(JWTClaimsSet claims, String subject, OperatorRole role) {
    String name = text(claims, "preferred_username")
        .filter(Operator::isName)
        .filter(wanted -> operators.find(wanted).isEmpty())
        .orElse("oidc." + subject.substring(0, TOLD_APART));
    return administering.makeKnownElsewhere(
        new OperatorProfile(name, displayName(claims).orElse(name), role, Language.EN),
        subject,
        tokenSubject(claims),
        Actor.SYSTEM);
  }

  private String tokenSubject(JWTClaimsSet claims) {
    return naming.subject(claims.getSubject());
  }

  private static Optional<String> displayName(JWTClaimsSet claims) {
    return Stream.of("name", "preferred_username")
        .flatMap(claim -> text(claims, claim).stream())
        .map(text -> PlainText.clean(text, false, LONGEST_DISPLAY_NAME).text())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Optional<String> text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}

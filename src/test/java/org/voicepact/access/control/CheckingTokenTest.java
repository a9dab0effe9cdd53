package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.access.Jwt;
import org.voicepact.access.OtherIssuer;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.Refusal;

class CheckingTokenTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final long SECOND = NOW.getEpochSecond();
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static OtherIssuer other;
  private static CheckingToken checking;

  @BeforeAll
  static void publishKeys() {
    other = new OtherIssuer();
    checking = new CheckingToken(Parts.tokens(Optional.of(other)), CLOCK);
  }

  @AfterAll
  static void stopPublishing() {
    other.close();
  }

  private static Jwt own() {
    return new Jwt(NOW);
  }

  static Stream<Arguments> right() {
    return Stream.of(
        change("as it is", jwt -> jwt),
        change("with any kid", jwt -> jwt.header("kid", "whatever")),
        change("with typ JWT", jwt -> jwt.header("typ", "JWT")),
        change("for several audiences", jwt -> jwt.claim("aud", List.of("others", "voicepact"))),
        change("valid from now on", jwt -> jwt.claim("nbf", SECOND)),
        change("over since less than clocks differ", jwt -> jwt.claim("exp", SECOND - 4)));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        change("other issuer", jwt -> jwt.claim("iss", "somebody")),
        change("the other issuer's name", jwt -> jwt.claim("iss", OtherIssuer.NAME)),
        change("no issuer", jwt -> jwt.claim("iss", null)),
        change("other audience", jwt -> jwt.claim("aud", "others")),
        change("no audience", jwt -> jwt.claim("aud", null)),
        change("no subject", jwt -> jwt.claim("sub", null)),
        change("no end", jwt -> jwt.claim("exp", null)),
        change("over", jwt -> jwt.claim("exp", SECOND - 6)),
        change("the end is no number", jwt -> jwt.claim("exp", "tomorrow")),
        change("not yet valid", jwt -> jwt.claim("nbf", SECOND + 6)),
        change("a critical header", jwt -> jwt.header("crit", List.of("exp")).header("exp", 1)),
        change(
            "an unknown critical header",
            jwt -> jwt.header("crit", List.of("x")).header("x", 1)),
        change("another type", jwt -> jwt.header("typ", "dpop+jwt")));
  }

  private static Arguments change(String what, UnaryOperator<Jwt> change) {
    return arguments(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("right")
  void whatIsRightIsTaken(String what, UnaryOperator<Jwt> change) {
    CheckingToken.Checked checked = checking.check(change.apply(own()).hs256(Parts.SECRET));
    assertThat(checked.isOurs()).isTrue();
    assertThat(checked.claims().getSubject()).isEqualTo("tests");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatIsWrongIsRefused(String what, UnaryOperator<Jwt> change) {
    refused(change.apply(own()).hs256(Parts.SECRET));
  }

  @Test
  void aTokenOfASecretBeforeIsTaken() {
    assertThatCode(() -> checking.check(own().hs256(Parts.PREVIOUS))).doesNotThrowAnyException();
    refused(own().hs256("Q" + Parts.SECRET.substring(1)));
  }

  @Test
  void otherAlgorithmsAreRefusedWithTheRightKey() {
    byte[] key = Parts.SECRET.getBytes(StandardCharsets.UTF_8);
    refused(own().unsigned());
    refused(own().mac("none", "HmacSHA256", key));
    refused(own().mac("HS384", "HmacSHA384", key));
    refused(own().mac("HS512", "HmacSHA512", key));
    refused(own().mac("hs256", "HmacSHA256", key));
    Jwt theirs = own().claim("iss", OtherIssuer.NAME);
    refused(theirs.signature("RS384", "SHA384withRSA", other.rsa().getPrivate()));
    refused(theirs.signature("RS512", "SHA512withRSA", other.rsa().getPrivate()));
  }

  @Test
  void theOtherIssuersTokensAreTaken() {
    Jwt token = own().claim("iss", OtherIssuer.NAME);
    for (String signed : List.of(
        token.rs256(other.rsa().getPrivate()),
        token.es256(other.ec().getPrivate()),
        token.header("kid", OtherIssuer.EC_ID).es256(other.ec().getPrivate()))) {
      assertThat(checking.check(signed).isOurs()).isFalse();
    }
  }

  @Test
  void theOtherIssuerCannotSpeakForUsNorAnotherKeyForIt() throws Exception {
    KeyPair stranger = OtherIssuer.newRsa();
    Jwt theirs = own().claim("iss", OtherIssuer.NAME);
    refused(own().rs256(other.rsa().getPrivate()));
    refused(theirs.rs256(stranger.getPrivate()));
    refused(theirs.es256(OtherIssuer.newEc().getPrivate()));
    refused(theirs.hs256(Parts.SECRET));
    refused(theirs.header("kid", "unknown").rs256(other.rsa().getPrivate()));
    refused(theirs.header("kid", OtherIssuer.EC_ID).rs256(other.rsa().getPrivate()));
  }

  @Test
  void keysThatCannotBeReadAreNoFaultOfTheToken() throws Exception {
    OtherIssuer gone = new OtherIssuer();
    gone.close();
    CheckingToken unable = new CheckingToken(Parts.tokens(Optional.of(gone)), CLOCK);
    String token = own().claim("iss", OtherIssuer.NAME).rs256(gone.rsa().getPrivate());
    assertThatThrownBy(() -> unable.check(token))
        .isInstanceOfSatisfying(
            AccessRefusal.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
  }

  @Test
  void aTokenThatWasFoundGoodEndsAllTheSame() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    Clock moving = new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
    CheckingToken remembering = new CheckingToken(Parts.tokens(Optional.empty()), moving);
    String token = own().claim("exp", NOW.plusSeconds(60).getEpochSecond()).hs256(Parts.SECRET);
    remembering.check(token);
    remembering.check(token);

    now.set(NOW.plusSeconds(120));

    assertThatThrownBy(() -> remembering.check(token)).hasMessage("Invalid token");
  }

  @Test
  void aPublicKeyIsNoSecret() {
    byte[] der = other.rsa().getPublic().getEncoded();
    String pem = "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END PUBLIC KEY-----\n";
    for (Jwt token : List.of(own(), own().claim("iss", OtherIssuer.NAME))) {
      refused(token.hs256(der));
      refused(token.hs256(pem));
      refused(token.header("kid", OtherIssuer.RSA_ID).hs256(der));
    }
  }

  @Test
  void aKeyInTheHeaderIsNotBelieved() throws Exception {
    KeyPair stranger = OtherIssuer.newRsa();
    var jwk = new RSAKey.Builder((RSAPublicKey) stranger.getPublic()).build();
    refused(own()
        .claim("iss", OtherIssuer.NAME)
        .header("jwk", jwk.toJSONObject())
        .rs256(stranger.getPrivate()));
    refused(own()
        .claim("iss", OtherIssuer.NAME)
        .header("jku", "http://localhost:1/jwks")
        .rs256(stranger.getPrivate()));
  }

  @Test
  void withoutTheOtherIssuersKeysItsTokensAreRefused() {
    CheckingToken alone = new CheckingToken(Parts.tokens(Optional.empty()), CLOCK);
    String token = own().claim("iss", OtherIssuer.NAME).rs256(other.rsa().getPrivate());
    assertThatThrownBy(() -> alone.check(token)).isInstanceOf(AccessRefusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "e30.e30.e30",
        "null.null.null",
        "bnVsbA.bnVsbA.bnVsbA",
        "W10.W10.W10",
        "eyJhbGciOiJIUzI1NiJ9.bnVsbA.AAAA",
        "eyJhbGciOm51bGx9.e30.AAAA",
        "eyJhbGciOjF9.e30.AAAA",
        "eyJhbGciOiJIUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AAAA"
      })
  void whatIsNoTokenIsRefusedLikeAWrongOne(String text) {
    refused(text);
  }

  @Test
  void whatIsOutsideOfBase64urlIsRefused() {
    String right = own().hs256(Parts.SECRET);
    for (String added : List.of("=", "?", " ", "+", "/", "\n", "\u00e9", ".")) {
      refused(right + added);
      refused(added + right);
      refused(right.replaceFirst("\\.", added + "."));
    }
  }

  @Test
  void aShortKeyIsTheSamePaddedWithZeros() {
    TokenSettings documented = new TokenSettings(
        Parts.secret("dev-secret-key"),
        new Environment("development"),
        Optional.empty(),
        "voicepact",
        "voicepact",
        "10",
        Optional.empty(),
        Optional.empty());
    CheckingToken shortKey = new CheckingToken(documented, CLOCK);
    byte[] padded = Arrays.copyOf("dev-secret-key".getBytes(StandardCharsets.UTF_8), 32);
    String token = own().hs256("dev-secret-key");
    assertThat(token).isEqualTo(own().hs256(padded));
    assertThat(shortKey.check(token).isOurs()).isTrue();
    assertThatThrownBy(() -> shortKey.check(own().hs256("dev-secret-ke")))
        .isInstanceOf(AccessRefusal.class);
  }

  @Test
  void theExampleOfTheRfcIsSignedRightButSaysTooLittle() {
    // RFC 7515, appendix A.1: neither aud nor sub.
    byte[] key = Base64.getUrlDecoder()
        .decode(
            "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
    TokenSettings settings =
        new TokenSettings(
            Parts.secret(Parts.SECRET),
            new Environment("development"),
            Optional.empty(),
            "joe",
            "voicepact",
            "10",
            Optional.empty(),
            Optional.empty()) {
          @Override
          List<SecretKey> secrets() {
            return List.of(new SecretKeySpec(key, "HmacSHA256"));
          }
        };
    Instant then = Instant.ofEpochSecond(1300819380 - 60);
    CheckingToken joes = new CheckingToken(settings, Clock.fixed(then, ZoneOffset.UTC));
    String example = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
        + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    assertThatThrownBy(() -> joes.check(example)).isInstanceOf(AccessRefusal.class);
    assertThat(joes.check(new Jwt(then).claim("iss", "joe").hs256(key)).isOurs())
        .isTrue();
  }

  @Test
  void whatIsIssuedIsTaken() {
    TokenSettings settings = Parts.tokens(Optional.empty());
    IssuingToken issuing = new IssuingToken(settings, new SecureRandom(), CLOCK);
    Caller holder =
        new Caller(Caller.Kind.KEY, "key-7", Scope.all(), Set.of(), Optional.empty(), Map.of());
    var issued = issuing.forKey(holder, EnumSet.of(Scope.PAYMENTS, Scope.CONTRACTS_READ));
    assertThat(issued.scope()).isEqualTo("contracts:read payments");
    assertThat(issued.lifetime()).hasMinutes(10);
    assertThat(checking.check(issued.token()).claims().getClaims())
        .containsEntry("sub", "key-7")
        .containsEntry("upn", "key-7")
        .containsEntry("key_id", "key-7")
        .containsEntry("groups", List.of("contracts:read", "payments"))
        .containsEntry("scope", "contracts:read payments")
        .containsEntry("aud", List.of("voicepact"))
        .containsKeys("jti", "iat", "exp");
    assertThat(issuing.forKey(holder, Scope.all()).token())
        .isNotEqualTo(issuing.forKey(holder, Scope.all()).token());
  }

  @Test
  void aPartysTokenSaysItsNumberAndLivesAnHour() {
    IssuingToken issuing =
        new IssuingToken(Parts.tokens(Optional.empty()), new SecureRandom(), CLOCK);
    String phone = "+254712345678";
    var issued = issuing.forParty(PhoneNumber.of(phone).orElseThrow());
    assertThat(issued.lifetime()).hasMinutes(60);
    var claims = checking.check(issued.token()).claims();
    assertThat(claims.getClaims())
        .containsEntry("phone_number", phone)
        .containsEntry("groups", List.of("party"))
        .doesNotContainKey("key_id");
    assertThat(claims.getExpirationTime()).isEqualTo(NOW.plusSeconds(3600));
  }

  private static void refused(String token) {
    assertThatThrownBy(() -> checking.check(token))
        .isInstanceOf(AccessRefusal.class)
        .hasMessage("Invalid token");
  }
}

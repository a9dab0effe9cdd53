package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;

/** AUTH_MODE=jwt: tokens of our own, and of another issuer whose keys are published; a key is good for a token. */
class TokenModeIT {

  private static OtherIssuer other;
  private static TestedServer tested;
  private static Api api;

  @BeforeAll
  static void start() {
    other = new OtherIssuer();
    tested = TestedServer.start(
        "access-jwt",
        "jwt",
        Map.of(
            "JWT_PUBLIC_KEY_LOCATION",
            other.location(),
            "JWT_PUBLIC_KEY_ISSUER",
            OtherIssuer.NAME));
    api = tested.api();
  }

  @AfterAll
  static void stop() {
    tested.close();
    other.close();
  }

  @TestFactory
  Stream<DynamicTest> eachRequestWithEachCredential() {
    return new AccessTable(tested, "Bearer").tests("""
            request        | nothing | key-wrong key-expired key-narrow key-right | token-wrong token-expired token-narrow token-right
            public         | 200     | 403       403         200        200       | 401         401           200          200
            progress       | 401     | 403       403         401        401       | 401         401           403          200
            status         | 401     | 403       403         401        401       | 401         401           403          200
            reading        | 401     | 403       403         401        401       | 401         401           403          200
            list           | 401     | 403       403         401        401       | 401         401           403          200
            evidence       | 401     | 403       403         401        401       | 401         401           403          200
            proof          | 401     | 403       403         401        401       | 401         401           403          200
            disclosure     | 401     | 403       403         401        401       | 401         401           403          200
            writing        | 401     | 403       403         401        401       | 401         401           403          201
            sending        | 401     | 403       403         401        401       | 401         401           403          202
            notes          | 401     | 403       403         401        401       | 401         401           403          200
            noting         | 401     | 403       403         401        401       | 401         401           403          201
            acts           | 401     | 403       403         401        401       | 401         401           403          200
            administration | 401     | 403       403         401        401       | 401         401           403          200
            log            | 401     | 403       403         401        401       | 401         401           403          200
            exchange       | 401     | 403       403         200        200       | 401         401           403          403""");
  }

  static Stream<Arguments> wrongTokens() throws Exception {
    byte[] secret = TestedServer.SECRET.getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        arguments("other issuer", new Jwt().claim("iss", "others").hs256(secret)),
        arguments("other audience", new Jwt().claim("aud", "others").hs256(secret)),
        arguments("no end", new Jwt().claim("exp", null).hs256(secret)),
        arguments("over", new Jwt().claim("exp", now - 60).hs256(secret)),
        arguments("not yet valid", new Jwt().claim("nbf", now + 300).hs256(secret)),
        arguments("alg none", new Jwt().unsigned()),
        arguments("alg none with a signature", new Jwt().mac("none", "HmacSHA256", secret)),
        arguments("HS512 with the same key", new Jwt().mac("HS512", "HmacSHA512", secret)),
        arguments(
            "a critical header",
            new Jwt().header("crit", List.of("x")).header("x", 1).hs256(secret)),
        arguments("a part of the key", new Jwt().hs256(TestedServer.SECRET.substring(0, 31))),
        arguments("no key at all", new Jwt().hs256(new byte[32])),
        arguments(
            "a public key as secret",
            OtherIssuer.token().hs256(other.rsa().getPublic().getEncoded())),
        arguments(
            "a public key as secret, our issuer",
            new Jwt().hs256(other.rsa().getPublic().getEncoded())),
        arguments("our issuer by the other's key", new Jwt().rs256(other.rsa().getPrivate())),
        arguments("the other issuer by our key", OtherIssuer.token().hs256(secret)),
        arguments(
            "a stranger's key", OtherIssuer.token().rs256(OtherIssuer.newRsa().getPrivate())),
        arguments(
            "the other issuer, other audience",
            OtherIssuer.token().claim("aud", "others").rs256(other.rsa().getPrivate())),
        arguments("a header that is null", "bnVsbA.bnVsbA.bnVsbA"),
        arguments("a key that is not there", new Jwt().claim("key_id", "gone").hs256(secret)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void aWrongTokenIsRefusedAlwaysInTheSameWords(String what, String token) {
    Answer answer = read(token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.member("detail")).isEqualTo("Invalid token");
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"voicepact\", error=\"invalid_token\"");
  }

  @Test
  void theKidOfOurOwnTokensDoesNotMatter() {
    assertThat(read(new Jwt().header("kid", "any").hs256(TestedServer.SECRET)).status())
        .isEqualTo(200);
  }

  @Test
  void theOtherIssuersTokensOpenWhatTheirScopesSay() {
    Jwt reader = OtherIssuer.token();
    assertThat(read(reader.rs256(other.rsa().getPrivate())).status()).isEqualTo(200);
    assertThat(read(reader.es256(other.ec().getPrivate())).status()).isEqualTo(200);
    Jwt byScope = OtherIssuer.token().claim("groups", null).claim("scope", "openid contracts:read");
    assertThat(read(byScope.header("kid", OtherIssuer.RSA_ID).rs256(other.rsa().getPrivate()))
            .status())
        .isEqualTo(200);
    assertThat(api.get(
                "/api/v1/api-keys", TestedServer.bearer(reader.rs256(other.rsa().getPrivate())))
            .status())
        .isEqualTo(403);
  }

  @Test
  void theOtherIssuerCannotMakeParties() {
    Jwt party = OtherIssuer.token().groups("party").claim("phone_number", Api.SELLER);
    assertThat(read(party.rs256(other.rsa().getPrivate())).status()).isEqualTo(403);

    Jwt reader =
        OtherIssuer.token().groups("party", "contracts:read").claim("phone_number", Api.SELLER);
    Answer contract = api.get(
        "/api/v1/contracts/" + tested.contract(),
        TestedServer.bearer(reader.rs256(other.rsa().getPrivate())));
    assertThat(contract.status()).isEqualTo(200);
    assertThat(contract.text()).contains("+2547****5678").doesNotContain(Api.SELLER);
  }

  @Test
  void theOtherIssuersKeyIdIsNotOneOfOurKeys() {
    Jwt reader = OtherIssuer.token().claim("key_id", "gone");
    assertThat(read(reader.rs256(other.rsa().getPrivate())).status()).isEqualTo(200);
  }

  private static Answer read(String token) {
    return api.get("/api/v1/contracts", TestedServer.bearer(token));
  }
}

package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which signatures are taken, whatever is signed: the vectors of Wycheproof and the examples of RFC 7515, through
 * the reading of tokens and the choice of keys that {@link CheckingToken} has.
 */
class SignatureVectorsTest {

  private static final SecretKey OURS =
      new SecretKeySpec("a secret that signs none of the vectors".getBytes(), "HmacSHA256");

  private static final String RFC_CLAIMS =
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

  static Stream<Arguments> wycheproof() throws IOException, ParseException {
    List<Arguments> vectors = new ArrayList<>();
    try (InputStream file = SignatureVectorsTest.class.getResourceAsStream(
        "/wycheproof/json_web_signature_selection.json")) {
      for (JsonNode group : new ObjectMapper().readTree(file).path("testGroups")) {
        JWK key = JWK.parse(group.path("key").toString());
        for (JsonNode test : group.path("tests")) {
          vectors.add(arguments(
              group.path("comment").asText() + " " + test.path("tcId").asText() + " "
                  + test.path("comment").asText(),
              key,
              test.path("jws").asText(),
              test.path("result").asText().equals("valid")));
        }
      }
    }
    return vectors.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wycheproof")
  void wycheproofsVectorsAreTakenAndRefused(String name, JWK key, String jws, boolean valid) {
    assertThat(isTaken(key, jws)).isEqualTo(valid);
  }

  @Test
  void allGroupsOfTheSelectionAreThere() throws Exception {
    assertThat(wycheproof().filter(vector -> (boolean) vector.get()[3]).count()).isEqualTo(9);
    assertThat(wycheproof().count()).isEqualTo(74);
  }

  @Test
  void theHmacExampleOfTheRfcIsTaken() throws ParseException {
    // RFC 7515, appendix A.1
    JWK key = JWK.parse("""
        {"kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}""");
    String input = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + RFC_CLAIMS;
    assertThat(isTaken(key, input + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isTrue();
    assertThat(isTaken(key, input + ".eBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isFalse();
  }

  @Test
  void theEllipticCurveExampleOfTheRfcIsTaken() throws ParseException {
    // RFC 7515, appendix A.3
    JWK key = JWK.parse("""
        {"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
         "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""");
    String input = "eyJhbGciOiJFUzI1NiJ9." + RFC_CLAIMS;
    String signature =
        ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    assertThat(isTaken(key, input + signature)).isTrue();
    assertThat(isTaken(key, input + signature.replace(".Dt", ".Et"))).isFalse();
  }

  @Test
  void theUnsecuredExampleOfTheRfcIsRefused() throws ParseException {
    // RFC 7515, appendix A.5
    JWK key = new OctetSequenceKey.Builder(OURS).build();
    assertThat(isTaken(key, "eyJhbGciOiJub25lIn0." + RFC_CLAIMS + ".")).isFalse();
  }

  /** As one of our own tokens, or as one of another issuer: both are tried, whatever its algorithm. */
  private static boolean isTaken(JWK key, String jws) {
    List<SecretKey> secrets = new ArrayList<>(List.of(OURS));
    JWKSet others = new JWKSet();
    if (key instanceof OctetSequenceKey secret) {
      secrets.add(secret.toSecretKey("HmacSHA256"));
    } else {
      others = new JWKSet(key);
    }
    return isTaken(CheckingToken.ownKeys(secrets), jws)
        || isTaken(CheckingToken.otherKeys(new ImmutableJWKSet<>(others)), jws);
  }

  private static boolean isTaken(JWSKeySelector<SecurityContext> keys, String jws) {
    DefaultJOSEProcessor<SecurityContext> processor = new DefaultJOSEProcessor<>();
    processor.setJWSKeySelector(keys);
    processor.setJWSTypeVerifier((type, context) -> {});
    try {
      processor.process((JWSObject) CheckingToken.parse(jws), null);
      return true;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return false;
    }
  }
}

package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.entity.Json;

class VerifyingKeyTest {

  private static final byte[] MESSAGE = "a statement".getBytes(StandardCharsets.UTF_8);
  private static final SigningKey ED25519 = Ed25519SigningKey.ofSeed(new byte[32]);
  private static final SigningKey RSA =
      new RsaPssSigningKey((RSAPrivateCrtKey) RsaKeys.LONG_ENOUGH);

  static Stream<JsonNode> wycheproof() throws IOException {
    try (InputStream file =
        VerifyingKeyTest.class.getResourceAsStream("/wycheproof/ed25519.json")) {
      JsonNode tests = Json.mapper().readTree(file).get("tests");
      return StreamSupport.stream(tests.spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("wycheproof")
  void wycheproofsSignaturesAreJudgedAsTheySay(JsonNode vector) {
    VerifyingKey key = VerifyingKey.of(
        SignatureAlgorithm.ED25519,
        hex("302a300506032b6570032100" + vector.get("pk").textValue()));

    assertThat(key.verifies(
            hex(vector.get("msg").textValue()), hex(vector.get("sig").textValue())))
        .isEqualTo(vector.get("result").textValue().equals("valid"));
  }

  @Test
  void allOfWycheproofsCasesAreThere() throws IOException {
    assertThat(wycheproof().count()).isEqualTo(151);
    assertThat(wycheproof().filter(vector -> vector.get("result").textValue().equals("valid")))
        .hasSize(88);
  }

  /** The eight points of small order and other spellings of them; none is anybody's key. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void whatIsNoKeyOfFullOrderIsRefused(String publicKey) {
    assertThatIllegalArgumentException().isThrownBy(() -> Ed25519VerifyingKey.of(hex(publicKey)));
  }

  static Stream<SigningKey> keys() {
    return Stream.of(ED25519, RSA);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void publicHalfChecksWhatThePrivateOneSigned(SigningKey key) {
    byte[] signature = key.sign(MESSAGE);
    VerifyingKey read = VerifyingKey.of(key.algorithm(), key.publicKeyInfo());

    assertThat(read.verifies(MESSAGE, signature)).isTrue();
    assertThat(read.verifies("another".getBytes(StandardCharsets.UTF_8), signature))
        .isFalse();
    assertThat(read.verifies(MESSAGE, Arrays.copyOf(signature, signature.length - 1)))
        .isFalse();
    assertThat(read.verifies(MESSAGE, Arrays.copyOf(signature, signature.length + 1)))
        .isFalse();
    assertThat(read.verifies(MESSAGE, new byte[0])).isFalse();
    for (int i = 0; i < signature.length; i += 7) {
      byte[] changed = signature.clone();
      changed[i] ^= 1;
      assertThat(read.verifies(MESSAGE, changed)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void keyIsTheSameInEveryForm(SigningKey key) {
    VerifyingKey ofInfo = VerifyingKey.of(key.algorithm(), key.publicKeyInfo());
    VerifyingKey ofJwk = VerifyingKey.ofJwk(key.publicJwk().put("use", "sig"));

    assertThat(ofInfo.keyId()).isEqualTo(key.keyId());
    assertThat(ofJwk.keyId()).isEqualTo(key.keyId());
    assertThat(ofJwk.publicKeyInfo()).isEqualTo(key.publicKeyInfo());
    assertThat(ofJwk.algorithm()).isEqualTo(key.algorithm());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void publicKeyInfoHasOneEncodingOnly(SigningKey key) {
    byte[] info = key.publicKeyInfo();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.of(key.algorithm(), Arrays.copyOf(info, info.length + 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.of(key.algorithm(), Arrays.copyOf(info, info.length - 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.of(key.algorithm(), new byte[0]));
  }

  @Test
  void keyOfTheOtherAlgorithmIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.of(SignatureAlgorithm.RSA, ED25519.publicKeyInfo()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.of(SignatureAlgorithm.ED25519, RSA.publicKeyInfo()));
  }

  @Test
  void rsaKeyWithoutTheParametersThatDerAsksForIsRefused() {
    String der = HexFormat.of().formatHex(RSA.publicKeyInfo());
    // The null after the name of the algorithm, and all lengths around it two shorter.
    String without = der.replaceFirst(
            "300d06092a864886f70d0101010500", "300b06092a864886f70d010101")
        .replaceFirst("^308201a2", "308201a0");
    assertThat(without).hasSize(der.length() - 4);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.of(SignatureAlgorithm.RSA, hex(without)));
  }

  @Test
  void shortRsaKeyIsRefused() {
    RSAPrivateCrtKey shortKey = (RSAPrivateCrtKey) RsaKeys.TOO_SHORT;

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RsaPssVerifyingKey.of(shortKey.getModulus(), shortKey.getPublicExponent()))
        .withMessageContaining("3072");
  }

  @Test
  void jwkHasOneSpellingOnly() {
    ObjectNode jwk = ED25519.publicJwk();
    String padded = jwk.get("x").textValue() + "=";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.ofJwk(jwk.deepCopy().put("x", padded)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.ofJwk(jwk.deepCopy().put("x", "?")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.ofJwk(jwk.deepCopy().put("crv", "X25519")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.ofJwk(jwk.deepCopy().put("kty", "EC")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.ofJwk(RSA.publicJwk().put("n", "")));
  }

  @Test
  void rsaModulusWithAZeroInFrontIsRefused() {
    byte[] modulus = Base64.getUrlDecoder().decode(RSA.publicJwk().get("n").textValue());
    byte[] longer = new byte[modulus.length + 1];
    System.arraycopy(modulus, 0, longer, 1, modulus.length);
    String n = Base64.getUrlEncoder().withoutPadding().encodeToString(longer);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerifyingKey.ofJwk(RSA.publicJwk().put("n", n)));
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}

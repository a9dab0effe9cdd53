package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.entity.Json;

class Ed25519SigningKeyTest {

  private static final String SEED_OF_TEST_1 =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  /** RFC 8032, 7.1: TEST 1, 2 and 3, each as secret key, public key, message and signature. */
  @ParameterizedTest
  @CsvSource({
    SEED_OF_TEST_1
        + ", d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        + ", ''"
        + ", e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
        + ", 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        + ", 72"
        + ", 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
        + ", fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
        + ", af82"
        + ", 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void theKnownAnswersAreGiven(String seed, String publicKey, String message, String signature) {
    Ed25519SigningKey key = Ed25519SigningKey.ofSeed(HexFormat.of().parseHex(seed));

    assertThat(HexFormat.of().formatHex(key.sign(HexFormat.of().parseHex(message))))
        .isEqualTo(signature);
    assertThat(Base64.getUrlDecoder().decode(key.publicJwk().get("x").textValue()))
        .isEqualTo(HexFormat.of().parseHex(publicKey));
  }

  /** RFC 8037, appendix A.2: the public key of A.1, which is that of TEST 1, as a JWK. */
  @Test
  void thePublicKeyIsAJwkAsInTheStandard() {
    assertThat(key().publicJwk())
        .isEqualTo(
            Json.read(
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"));
  }

  /** RFC 8037, appendix A.3: the thumbprint of that key. */
  @Test
  void theKeyIdIsTheThumbprintOfTheStandard() {
    assertThat(key().keyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void anybodyCanCheckASignatureWithThePublishedKey() throws GeneralSecurityException {
    byte[] message = "{\"type\":\"confirmation\"}".getBytes(StandardCharsets.UTF_8);
    byte[] signature = key().sign(message);

    assertThat(isValid(message, signature)).isTrue();
    message[3] ^= 1;
    assertThat(isValid(message, signature)).isFalse();
  }

  @Test
  void theAlgorithmIsNamedAsJoseDoes() {
    assertThat(key().algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
    assertThat(key().algorithm().jose()).isEqualTo("EdDSA");
  }

  @Test
  void aSeedOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Ed25519SigningKey.ofSeed(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ed25519SigningKey.ofSeed(new byte[33]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Ed25519SigningKey key() {
    return Ed25519SigningKey.ofSeed(HexFormat.of().parseHex(SEED_OF_TEST_1));
  }

  private static boolean isValid(byte[] message, byte[] signature) throws GeneralSecurityException {
    PublicKey published = KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(key().publicKeyInfo()));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(published);
    check.update(message);
    return check.verify(signature);
  }
}

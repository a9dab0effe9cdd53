package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.SignatureAlgorithm;

class RsaPssSigningKeyTest {

  private static final byte[] MESSAGE =
      "{\"type\":\"confirmation\"}".getBytes(StandardCharsets.UTF_8);

  private final RSAPrivateCrtKey privateKey = (RSAPrivateCrtKey) RsaKeys.LONG_ENOUGH;
  private final RsaPssSigningKey key = new RsaPssSigningKey(privateKey);

  @Test
  void anybodyCanCheckASignatureWithThePublishedKey() throws GeneralSecurityException {
    PublicKey published =
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key.publicKeyInfo()));
    byte[] signature = key.sign(MESSAGE);

    assertThat(isValid(published, MESSAGE, signature)).isTrue();
    byte[] changed = MESSAGE.clone();
    changed[3] ^= 1;
    assertThat(isValid(published, changed, signature)).isFalse();
  }

  @Test
  void anybodyCanCheckASignatureWithTheJwk() throws GeneralSecurityException {
    ObjectNode jwk = key.publicJwk();
    PublicKey published = KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));

    assertThat(jwk.get("kty").textValue()).isEqualTo("RSA");
    assertThat(isValid(published, MESSAGE, key.sign(MESSAGE))).isTrue();
  }

  /** RFC 7518, 6.3.1.1: the modulus has no byte in front that only carries the sign. */
  @Test
  void theModulusInTheJwkHasNoZeroInFront() {
    byte[] modulus = Base64.getUrlDecoder().decode(key.publicJwk().get("n").textValue());

    assertThat(modulus).hasSize(3072 / 8);
    assertThat(modulus[0]).isNotZero();
  }

  /** RFC 7638, 3: SHA-256 over the members e, kty and n, in this order and without blanks. */
  @Test
  void theKeyIdIsTheThumbprintOfTheJwk() throws GeneralSecurityException {
    String exponent = key.publicJwk().get("e").textValue();
    String modulus = key.publicJwk().get("n").textValue();
    String covered = "{\"e\":\"" + exponent + "\",\"kty\":\"RSA\",\"n\":\"" + modulus + "\"}";
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(covered.getBytes(StandardCharsets.UTF_8));

    assertThat(key.keyId())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  @Test
  void theAlgorithmIsNamedAsJoseDoes() {
    assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.RSA);
    assertThat(key.algorithm().jose()).isEqualTo("PS256");
  }

  /** Whoever sends a proof for checking chooses its keys. */
  @Test
  void keysThatCostMuchToCheckAreNone() {
    BigInteger modulus = BigInteger.ONE.shiftLeft(4096).setBit(0);
    BigInteger usual = BigInteger.ONE.shiftLeft(3071).setBit(0);

    assertThatThrownBy(() -> RsaPssVerifyingKey.of(modulus, BigInteger.valueOf(65537)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3072 to 4096 bits");
    assertThatThrownBy(
            () -> RsaPssVerifyingKey.of(usual, BigInteger.ONE.shiftLeft(64).setBit(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exponent");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new RsaPssSigningKey((RSAPrivateCrtKey) RsaKeys.TOO_SHORT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an RSA key must have from 3072 to 4096 bits");
  }

  private static BigInteger number(ObjectNode jwk, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.get(member).textValue()));
  }

  /** PS256 of RFC 7518, 3.5: SHA-256, MGF1 with SHA-256, a salt of 32 bytes. */
  private static boolean isValid(PublicKey published, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("RSASSA-PSS");
    check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    check.initVerify(published);
    check.update(message);
    return check.verify(signature);
  }
}

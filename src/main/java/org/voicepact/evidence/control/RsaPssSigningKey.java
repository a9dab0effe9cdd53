package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.bouncycastle.util.BigIntegers;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** An RSA key for RSASSA-PSS (RFC 8017) with SHA-256. */
public final class RsaPssSigningKey implements SigningKey {

  /** Shorter keys are refused. */
  public static final int SHORTEST_BITS = 3072;

  private static final PSSParameterSpec PSS = new PSSParameterSpec(
      "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

  private final RSAPrivateCrtKey key;

  /**
   * @throws IllegalArgumentException where the modulus is shorter than {@link #SHORTEST_BITS}
   */
  RsaPssSigningKey(RSAPrivateCrtKey key) {
    if (key.getModulus().bitLength() < SHORTEST_BITS) {
      throw new IllegalArgumentException("an RSA key must have " + SHORTEST_BITS + " bits or more");
    }
    this.key = key;
  }

  /** A new key as PKCS#8 PEM. */
  static String newPem(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(SHORTEST_BITS, random);
      byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END PRIVATE KEY-----";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.RSA;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(PSS);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was checked when it was read", e);
    }
  }

  @Override
  public ObjectNode publicJwk() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kty", "RSA")
        .put("n", unsigned(key.getModulus()))
        .put("e", unsigned(key.getPublicExponent()));
  }

  @Override
  public byte[] publicKeyInfo() {
    try {
      PublicKey publicKey = KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
      return publicKey.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static String unsigned(BigInteger number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(BigIntegers.asUnsignedByteArray(number));
  }
}

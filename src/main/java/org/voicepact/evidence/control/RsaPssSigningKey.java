package org.voicepact.evidence.control;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** An RSA key for RSASSA-PSS (RFC 8017) with SHA-256. */
public final class RsaPssSigningKey implements SigningKey {

  /** Shorter keys are refused. */
  public static final int SHORTEST_BITS = 3072;

  static final PSSParameterSpec PSS = new PSSParameterSpec(
      "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

  private final RSAPrivateCrtKey key;
  private final RsaPssVerifyingKey verifyingKey;

  /**
   * @throws IllegalArgumentException where the modulus is shorter than {@link #SHORTEST_BITS}
   */
  RsaPssSigningKey(RSAPrivateCrtKey key) {
    this.key = key;
    this.verifyingKey = RsaPssVerifyingKey.of(key.getModulus(), key.getPublicExponent());
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
  public RsaPssVerifyingKey verifyingKey() {
    return verifyingKey;
  }
}

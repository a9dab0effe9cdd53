package org.voicepact.evidence.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.voicepact.testing.Jcs;

/** A key of a sample log, by the JDK alone. */
public record SampleKey(String purpose, String algorithm, KeyPair pair) {

  private static final KeyPair RSA = pair("RSA", 3072);

  public static SampleKey ed25519(String purpose) {
    return new SampleKey(purpose, "ed25519", pair("Ed25519", 255));
  }

  /** Always the same, because making one takes its time. */
  public static SampleKey rsa(String purpose) {
    return new SampleKey(purpose, "rsa", RSA);
  }

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JWK thumbprint. */
  public String id() {
    return base64Url(Hashes.sha256(Jcs.bytes(jwk())));
  }

  public ObjectNode jwk() {
    ObjectNode jwk = JsonNodeFactory.instance.objectNode();
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      return jwk.put("kty", "RSA")
          .put("n", base64Url(unsigned(rsa.getModulus())))
          .put("e", base64Url(unsigned(rsa.getPublicExponent())));
    }
    return jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", base64Url(raw()));
  }

  /** The 32 bytes of an Ed25519 key, which stand at the end of its encoding. */
  byte[] raw() {
    byte[] info = info();
    return Arrays.copyOfRange(info, info.length - 32, info.length);
  }

  byte[] info() {
    return pair.getPublic().getEncoded();
  }

  public byte[] sign(byte[] message) {
    try {
      Signature signature =
          Signature.getInstance(algorithm.equals("rsa") ? "RSASSA-PSS" : "Ed25519");
      if (algorithm.equals("rsa")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] signed = number.toByteArray();
    return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

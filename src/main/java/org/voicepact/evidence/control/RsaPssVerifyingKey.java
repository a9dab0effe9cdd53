package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.util.BigIntegers;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** The public half of an RSA key for RSASSA-PSS (RFC 8017) with SHA-256. */
public final class RsaPssVerifyingKey implements VerifyingKey {

  /** Whoever sends a proof chooses the keys in it: to check one must not cost more than those that are in use. */
  private static final int LONGEST_BITS = 4096;

  private static final int LONGEST_EXPONENT_BITS = 32;

  private final RSAPublicKey key;

  private RsaPssVerifyingKey(KeySpec spec) {
    try {
      this.key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this is no public key of RSA", e);
    }
    int bits = key.getModulus().bitLength();
    if (bits < RsaPssSigningKey.SHORTEST_BITS || bits > LONGEST_BITS) {
      throw new IllegalArgumentException("an RSA key must have from "
          + RsaPssSigningKey.SHORTEST_BITS + " to " + LONGEST_BITS + " bits");
    }
    if (key.getPublicExponent().bitLength() > LONGEST_EXPONENT_BITS) {
      throw new IllegalArgumentException(
          "the public exponent of an RSA key must have " + LONGEST_EXPONENT_BITS + " bits at most");
    }
  }

  static RsaPssVerifyingKey of(BigInteger modulus, BigInteger exponent) {
    return new RsaPssVerifyingKey(new RSAPublicKeySpec(modulus, exponent));
  }

  static RsaPssVerifyingKey ofInfo(byte[] publicKeyInfo) {
    RsaPssVerifyingKey key = new RsaPssVerifyingKey(new X509EncodedKeySpec(publicKeyInfo));
    if (!Arrays.equals(publicKeyInfo, key.publicKeyInfo())) {
      throw new IllegalArgumentException("this is no SubjectPublicKeyInfo of RSA in DER");
    }
    return key;
  }

  static RsaPssVerifyingKey ofJwk(JsonNode jwk) {
    return of(number(jwk.path("n")), number(jwk.path("e")));
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.RSA;
  }

  @Override
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("RSASSA-PSS");
      verifier.setParameter(RsaPssSigningKey.PSS);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was checked when it was read", e);
    }
  }

  @Override
  public ObjectNode jwk() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kty", "RSA")
        .put("n", unsigned(key.getModulus()))
        .put("e", unsigned(key.getPublicExponent()));
  }

  @Override
  public byte[] publicKeyInfo() {
    return key.getEncoded();
  }

  private static BigInteger number(JsonNode base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
  }

  private static String unsigned(BigInteger number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(BigIntegers.asUnsignedByteArray(number));
  }
}

package org.voicepact.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token that any member of can be made wrong, signed by the JDK alone, so that no fault of a library is on both
 * sides. As it begins it is one that a server with the default settings takes, with the scope to read.
 */
public final class Jwt {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode header = MAPPER.createObjectNode();
  private final ObjectNode claims = MAPPER.createObjectNode();

  public Jwt() {
    this(Instant.now());
  }

  public Jwt(Instant now) {
    claims.put("iss", "voicepact").put("aud", "voicepact").put("sub", "tests");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(Duration.ofMinutes(10)).getEpochSecond());
    groups("contracts:read");
  }

  public Jwt groups(String... names) {
    return claim("groups", names);
  }

  /**
   * @param value null leaves the claim out
   */
  public Jwt claim(String name, Object value) {
    put(claims, name, value);
    return this;
  }

  public Jwt header(String name, Object value) {
    put(header, name, value);
    return this;
  }

  private static void put(ObjectNode object, String name, Object value) {
    if (value == null) {
      object.remove(name);
    } else {
      object.set(name, MAPPER.valueToTree(value));
    }
  }

  public String hs256(String secret) {
    return hs256(secret.getBytes(StandardCharsets.UTF_8));
  }

  public String hs256(byte[] key) {
    return mac("HS256", "HmacSHA256", key);
  }

  /** By an HMAC of the JDK, with the key as it is. */
  public String mac(String algorithm, String jdkName, byte[] key) {
    return signed(algorithm, input -> {
      Mac mac = Mac.getInstance(jdkName);
      mac.init(new SecretKeySpec(key, jdkName));
      return mac.doFinal(input);
    });
  }

  public String rs256(PrivateKey key) {
    return signature("RS256", "SHA256withRSA", key);
  }

  public String es256(PrivateKey key) {
    return signature("ES256", "SHA256withECDSAinP1363Format", key);
  }

  public String signature(String algorithm, String jdkName, PrivateKey key) {
    return signed(algorithm, input -> {
      Signature signature = Signature.getInstance(jdkName);
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    });
  }

  /** With no signature behind the last dot. */
  public String unsigned() {
    return signed("none", input -> new byte[0]);
  }

  private interface Signing {
    byte[] sign(byte[] input) throws GeneralSecurityException;
  }

  private String signed(String algorithm, Signing signing) {
    try {
      header.put("alg", algorithm);
      String input = base64(header) + "." + base64(claims);
      return input + "." + base64(signing.sign(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(ObjectNode object) {
    return base64(object.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

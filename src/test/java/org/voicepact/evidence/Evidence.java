package org.voicepact.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.voicepact.testing.Jcs;

/** What anybody can compute who has the answers of the API, with nothing of the server's own code. */
final class Evidence {

  private static final Set<String> AMOUNTS =
      Set.of("unit_price", "total_amount", "upfront_payment");

  /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410). */
  private static final String ED25519_PREFIX = "302a300506032b6570032100";

  private Evidence() {}

  static String blake2b(byte[] message) {
    Blake2bDigest digest = new Blake2bDigest(256);
    digest.update(message, 0, message.length);
    byte[] hash = new byte[32];
    digest.doFinal(hash, 0);
    return HexFormat.of().formatHex(hash);
  }

  static String sha256(byte[] message) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
  }

  /** The commitment to the members of an object, with a key in hex. */
  static String commitment(String key, ObjectNode content) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(Jcs.bytes(content)));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String commitmentToParty(JsonNode disclosed) throws GeneralSecurityException {
    ObjectNode content = object().put("phone", disclosed.path("phone").asText());
    if (disclosed.has("name")) {
      content.put("name", disclosed.path("name").asText());
    }
    return commitment(disclosed.path("key").asText(), content);
  }

  /** The canonical form of a contract, {@code voicepact/contract/1}, from what the API shows of it. */
  static byte[] canonical(JsonNode contract, JsonNode disclosure) throws GeneralSecurityException {
    ObjectNode document = object().put("format", "voicepact/contract/1");
    for (String member :
        List.of("contract_id", "contract_type", "currency", "created_at", "expires_at")) {
      document.put(member, contract.path(member).asText());
    }
    document.put("version", contract.path("version").asText());
    document.set(
        "terms", terms(contract.path("terms"), contract.path("currency").asText()));
    ArrayNode parties = document.putArray("parties");
    for (JsonNode party : disclosure.path("parties")) {
      parties
          .addObject()
          .put("role", party.path("role").asText())
          .put("commitment", commitmentToParty(party));
    }
    JsonNode transcript = disclosure.path("transcript");
    if (transcript.isObject()) {
      ObjectNode content =
          object().put("transcript", transcript.path("transcript").asText());
      document.put("transcript_commitment", commitment(transcript.path("key").asText(), content));
    }
    return Jcs.bytes(document);
  }

  private static JsonNode terms(JsonNode terms, String currency) {
    ObjectNode spelled = object();
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    terms.fields().forEachRemaining(term -> {
      if (AMOUNTS.contains(term.getKey())) {
        spelled.put(
            term.getKey(), term.getValue().decimalValue().setScale(digits).toPlainString());
      } else {
        spelled.set(term.getKey(), spelled(term.getValue()));
      }
    });
    return spelled;
  }

  private static JsonNode spelled(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return JsonNodeFactory.instance.textNode(
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> copy.add(spelled(element)));
      return copy;
    }
    if (value.isObject()) {
      ObjectNode copy = object();
      value
          .fields()
          .forEachRemaining(member -> copy.set(member.getKey(), spelled(member.getValue())));
      return copy;
    }
    return value;
  }

  /** The key of a JWK set with this id. */
  static JsonNode jwk(JsonNode keys, String keyId) {
    for (JsonNode key : keys.path("keys")) {
      if (key.path("kid").asText().equals(keyId)) {
        return key;
      }
    }
    throw new AssertionError("no key " + keyId + " in " + keys);
  }

  static PublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
    if (jwk.path("kty").asText().equals("RSA")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    String x =
        HexFormat.of().formatHex(Base64.getUrlDecoder().decode(jwk.path("x").asText()));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(ED25519_PREFIX + x)));
  }

  private static BigInteger number(JsonNode jwk, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asText()));
  }

  static PublicKey publicKey(String pem, String algorithm) throws GeneralSecurityException {
    String base64 =
        pem.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
    return KeyFactory.getInstance(algorithm)
        .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
  }

  /** Whether the signature of an element of {@code GET /contracts/{id}/signatures} is right. */
  static boolean verifies(JsonNode signed, PublicKey key) throws GeneralSecurityException {
    return verifies(
        signed, Base64.getDecoder().decode(signed.path("statement_bytes").asText()), key);
  }

  static boolean verifies(JsonNode signed, byte[] statement, PublicKey key)
      throws GeneralSecurityException {
    boolean rsa = signed.path("algorithm").asText().equals("rsa");
    Signature verifier = Signature.getInstance(rsa ? "RSASSA-PSS" : "Ed25519");
    if (rsa) {
      verifier.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    verifier.initVerify(key);
    verifier.update(statement);
    return verifier.verify(Base64.getDecoder().decode(signed.path("signature").asText()));
  }
}

package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Jcs;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** Each answer of a party is signed, and anybody can check it with Java's own cryptography. */
@OnSharedServer
class SignaturesIT {

  private static final PhoneRange PHONES = new PhoneRange(7850);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private JsonNode disclosed(Api api, String id, int party) {
    return api.get("/api/v1/contracts/" + id + "/disclosure?phone_number=" + Api.encoded(seller))
        .json()
        .path("parties")
        .get(party);
  }

  /** Checks the signature by both forms of the key, and returns the statement as the signed bytes have it. */
  private static JsonNode checked(Api api, JsonNode signed) throws GeneralSecurityException {
    String keyId = signed.path("key_id").asText();
    PublicKey fromSet = Evidence.publicKey(Evidence.jwk(api.get("/api/v1/keys").json(), keyId));
    PublicKey fromPem =
        Evidence.publicKey(api.get("/api/v1/keys/" + keyId + ".pem").text(), "Ed25519");
    assertThat(signed.path("algorithm").asText()).isEqualTo("ed25519");
    assertThat(Evidence.verifies(signed, fromSet)).isTrue();
    assertThat(Evidence.verifies(signed, fromPem)).isTrue();
    byte[] bytes = Base64.getDecoder().decode(signed.path("statement_bytes").asText());
    assertThat(bytes).isEqualTo(Jcs.bytes(signed.path("statement")));
    byte[] changed = new String(bytes, StandardCharsets.UTF_8)
        .replace("seller", "buyers")
        .getBytes(StandardCharsets.UTF_8);
    changed[changed.length - 3] ^= 1;
    assertThat(Evidence.verifies(signed, changed, fromSet)).isFalse();
    assertThat(signed.path("statement").path("key_id").asText()).isEqualTo(keyId);
    return signed.path("statement");
  }

  @Test
  void aYesByRestIsSigned(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);

    JsonNode signatures = api.signatures(id);
    assertThat(signatures).hasSize(1);
    JsonNode statement = checked(api, signatures.get(0));

    assertThat(statement.path("type").asText()).isEqualTo("confirmation");
    assertThat(statement.path("format").asText()).isEqualTo("voicepact/confirmation/1");
    assertThat(statement.path("contract_id").asText()).isEqualTo(id);
    assertThat(statement.path("version").asText()).isEqualTo("1");
    assertThat(statement.path("contract_hash")).isEqualTo(api.contract(id).path("contract_hash"));
    assertThat(statement.path("hash_algorithm").asText()).isEqualTo("blake2b-256");
    assertThat(statement.path("party_role").asText()).isEqualTo("seller");
    assertThat(statement.path("party_commitment"))
        .isEqualTo(disclosed(api, id, 0).path("commitment"));
    assertThat(statement.path("channel").asText()).isEqualTo("rest");
    assertThat(statement.path("assurance").asText()).isEqualTo("claimed");
    assertThat(Instant.parse(statement.path("received_at").asText()))
        .isBetween(
            Instant.parse(api.contract(id).path("created_at").asText()),
            Instant.now().plusSeconds(5));
    assertThat(statement.path("received_at"))
        .isEqualTo(api.contract(id).path("parties").get(0).path("answered_at"));
    assertThat(statement.has("message_id")).isFalse();
    assertThat(statement.has("text_commitment")).isFalse();
  }

  @Test
  void aYesBySmsIsSignedWithTheMessageItCameIn(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    String messageId = "ATXid_" + UUID.randomUUID();
    String text = " yes \u2014 " + id.toLowerCase() + "! ";
    api.sms(messageId, buyer, text);

    Answer answer = api.get("/api/v1/contracts/" + id + "/signatures");
    JsonNode statement = checked(api, answer.json().path("signatures").get(0));

    assertThat(statement.path("party_role").asText()).isEqualTo("buyer");
    assertThat(statement.path("channel").asText()).isEqualTo("sms");
    assertThat(statement.path("assurance").asText()).isEqualTo("claimed");
    assertThat(statement.path("message_id").asText()).isEqualTo(messageId);
    JsonNode party = disclosed(api, id, 1);
    assertThat(statement.path("party_commitment")).isEqualTo(party.path("commitment"));
    assertThat(statement.path("text_commitment").asText())
        .isEqualTo(
            Evidence.commitment(party.path("key").asText(), Evidence.object().put("text", text)));
    assertThat(answer.text()).doesNotContain(seller, buyer, "Otieno");
  }

  @Test
  void aNoIsSignedToo(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    api.sms(buyer, "NO " + id + " too expensive");

    JsonNode signatures = api.signatures(id);
    assertThat(signatures).hasSize(2);
    JsonNode statement = checked(api, signatures.get(1));

    assertThat(statement.path("type").asText()).isEqualTo("decline");
    assertThat(statement.path("format").asText()).isEqualTo("voicepact/decline/1");
    assertThat(statement.path("party_role").asText()).isEqualTo("buyer");
    assertThat(signatures.get(1).toString()).doesNotContain("expensive");
  }

  @Test
  void answersToEarlierVersionsStayWithTheHashThatWasAnswered(Api api)
      throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    String first = api.contract(id).path("contract_hash").asText();
    api.act(id, "confirm", seller);
    api.amend(id, buyer, "\"total_amount\": 1");
    api.act(id, "confirm", seller);

    JsonNode signatures = api.signatures(id);
    assertThat(signatures).hasSize(2);
    assertThat(checked(api, signatures.get(0)).path("contract_hash").asText()).isEqualTo(first);
    assertThat(checked(api, signatures.get(1)).path("contract_hash").asText()).isNotEqualTo(first);
    assertThat(signatures.get(1).path("statement").path("version").asText()).isEqualTo("2");
  }

  @Test
  void nobodyHasAnsweredYet(Api api) {
    assertThat(api.signatures(api.newContract(seller, buyer))).isEmpty();
    assertProblem(api.get("/api/v1/contracts/AG-2024-001/signatures"), 404);
  }

  @Test
  void theKeyIsNamedByItsThumbprint(Api api) throws GeneralSecurityException {
    Answer keys = api.get("/api/v1/keys");

    assertThat(keys.status()).isEqualTo(200);
    JsonNode key = keys.json().path("keys").get(0);
    assertThat(key.path("kty").asText()).isEqualTo("OKP");
    assertThat(key.path("crv").asText()).isEqualTo("Ed25519");
    assertThat(key.path("alg").asText()).isEqualTo("EdDSA");
    assertThat(key.path("use").asText()).isEqualTo("sig");
    assertThat(key.has("d")).isFalse();
    String members =
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + key.path("x").asText() + "\"}";
    byte[] thumbprint =
        MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
    assertThat(key.path("kid").asText())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
    Answer pem = api.get("/api/v1/keys/" + key.path("kid").asText() + ".pem");
    assertThat(pem.mediaType()).isEqualTo("application/x-pem-file");
    assertThat(pem.text())
        .startsWith("-----BEGIN PUBLIC KEY-----\n")
        .endsWith("-----END PUBLIC KEY-----\n");
    assertProblem(api.get("/api/v1/keys/unknown.pem"), 404);
  }
}

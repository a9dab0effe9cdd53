package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/**
 * An installation that begins with SHA-256, RSA and two seconds to answer, and later goes over to the
 * defaults: what was made before stays provable. The last tests restart the server.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyChangeIT {

  private static final PhoneRange PHONES = new PhoneRange(7900);

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "key-change",
        Map.of(
            "CONTRACT_HASH_ALGORITHM", "sha256",
            "CONTRACT_SIGNATURE_ALGORITHM", "rsa",
            "CONTRACT_CONFIRMATION_TIMEOUT", "2",
            "SMS_UNASKED_LIMIT", "off"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A contract that its seller confirmed in time; on a slow machine that may take more than one. */
  private String confirmedInTime() {
    for (int attempt = 0; attempt < 20; attempt++) {
      String id = api.newContract(seller, buyer);
      if (api.act(id, "confirm", seller).status() == 200) {
        return id;
      }
    }
    throw new AssertionError("the server never answers within two seconds");
  }

  private void awaitOverdue(String id) {
    Instant expires = Instant.parse(api.contract(id).path("expires_at").asText());
    VoicePactServer.await("the time is over", () -> Instant.now().isAfter(expires.plusMillis(50)));
  }

  private static void assertProven(String id, String hashAlgorithm, String algorithm)
      throws GeneralSecurityException {
    JsonNode contract = api.contract(id);
    byte[] canonical = api.get("/api/v1/contracts/" + id + "/canonical").bytes();
    assertThat(contract.path("hash_algorithm").asText()).isEqualTo(hashAlgorithm);
    assertThat(contract.path("contract_hash").asText())
        .isEqualTo(
            hashAlgorithm.equals("sha256")
                ? Evidence.sha256(canonical)
                : Evidence.blake2b(canonical));
    JsonNode signed = api.signatures(id).get(0);
    assertThat(signed.path("algorithm").asText()).isEqualTo(algorithm);
    assertThat(signed.path("statement").path("contract_hash"))
        .isEqualTo(contract.path("contract_hash"));
    String keyId = signed.path("key_id").asText();
    assertThat(Evidence.verifies(
            signed, Evidence.publicKey(Evidence.jwk(api.get("/api/v1/keys").json(), keyId))))
        .isTrue();
    String pem = api.get("/api/v1/keys/" + keyId + ".pem").text();
    assertThat(Evidence.verifies(
            signed, Evidence.publicKey(pem, algorithm.equals("rsa") ? "RSA" : "Ed25519")))
        .isTrue();
  }

  @Test
  @Order(1)
  void sha256AndRsaProveAContract() throws GeneralSecurityException {
    String id = confirmedInTime();

    assertProven(id, "sha256", "rsa");
    JsonNode key = key("RSA");
    assertThat(key.path("alg").asText()).isEqualTo("PS256");
    assertThat(key.has("d")).isFalse();
  }

  @Test
  @Order(2)
  void aYesByRestThatComesTooLateIs409() {
    String id = api.newContract(seller, buyer);
    awaitOverdue(id);

    Answer late = api.act(id, "confirm", seller);

    assertProblem(late, 409, seller, buyer);
    assertThat(late.member("detail")).contains("expired");
    assertThat(api.contract(id).path("status").asText()).isEqualTo("expired");
    assertProblem(api.act(id, "decline", seller), 409);
    assertProblem(api.amend(id, seller, "\"unit\": \"kg\""), 409);
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  @Order(3)
  void aYesBySmsThatComesTooLateIsToldSo() {
    String id = api.newContract(seller, buyer);
    awaitOverdue(id);

    assertThat(api.sms(buyer, "YES-" + id).status()).isEqualTo(200);

    assertThat(server.awaitMessage(buyer, id + " has expired")).contains("not counted");
    assertThat(api.contract(id).path("status").asText()).isEqualTo("expired");
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  @Order(4)
  void aContractExpiresWithoutAnybodyActing() {
    String id = confirmedInTime();

    VoicePactServer.await(
        "it has expired", () -> api.contract(id).path("status").asText().equals("expired"));

    server.awaitMessage(seller, id + " has EXPIRED");
    assertThat(server.messagesTo(buyer, id + " has EXPIRED")).isEmpty();
    Answer listed = api.get("/api/v1/contracts?status=expired&phone_number=" + Api.encoded(seller));
    assertThat(listed.text()).contains(id);
  }

  @Test
  @Order(5)
  void oldEvidenceStaysValidAfterTheAlgorithmsHaveChanged() throws GeneralSecurityException {
    String old = confirmedInTime();
    String canonical = api.get("/api/v1/contracts/" + old + "/canonical").text();
    JsonNode signatures = api.signatures(old);

    server.restart(Map.of());
    api = Api.documented(server);

    assertThat(api.get("/api/v1/contracts/" + old + "/canonical").text()).isEqualTo(canonical);
    assertThat(api.signatures(old)).isEqualTo(signatures);
    assertProven(old, "sha256", "rsa");
    String young = confirmedInTime();
    assertProven(young, "blake2b-256", "ed25519");
    assertThat(statementKeys())
        .extracting(key -> key.path("kty").asText())
        .containsExactly("RSA", "OKP");
    assertThat(key("RSA").path("retired_at").asText())
        .isGreaterThanOrEqualTo(key("RSA").path("first_used_at").asText());
    assertThat(key("OKP").has("retired_at")).isFalse();
  }

  @Test
  @Order(6)
  void aKeyThatComesBackIsCurrentAgainAndEveryChangeIsInTheAuditTrail() throws SQLException {
    server.restart(Map.of("CONTRACT_SIGNATURE_ALGORITHM", "rsa"));
    api = Api.documented(server);

    assertThat(key("RSA").has("retired_at")).isFalse();
    assertThat(key("OKP").path("retired_at").asText())
        .isGreaterThanOrEqualTo(key("OKP").path("first_used_at").asText());
    String rsa = key("RSA").path("kid").asText();
    String ed25519 = key("OKP").path("kid").asText();
    server.stop();
    assertThat(publishedKeysInTheAuditTrail()).containsExactly(rsa, ed25519, rsa);
  }

  private static JsonNode key(String type) {
    return statementKeys().stream()
        .filter(key -> key.path("kty").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> statementKeys() {
    List<JsonNode> keys = new ArrayList<>();
    for (JsonNode key : api.get("/api/v1/keys").json().path("keys")) {
      if (key.path("purpose").asText().equals("statement")) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** From the database itself, once the server has let go of it. */
  private static List<String> publishedKeysInTheAuditTrail() throws SQLException {
    List<String> entries = new ArrayList<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT subject FROM audit_entry"
            + " WHERE action = 'key.published' AND actor = 'system'"
            + " AND data LIKE '%\"purpose\":\"statement\"%' ORDER BY id")) {
      while (rows.next()) {
        entries.add(rows.getString(1));
      }
    }
    return entries;
  }
}

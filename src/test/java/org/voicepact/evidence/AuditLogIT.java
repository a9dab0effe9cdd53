package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Jcs;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** The audit log as callers of the API see it. */
@OnSharedServer
class AuditLogIT {

  private static final PhoneRange PHONES = new PhoneRange(9700);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private Api api;
  private VoicePactServer server;

  @BeforeEach
  void use(Api sharedApi, VoicePactServer sharedServer) {
    this.api = sharedApi;
    this.server = sharedServer;
  }

  @Test
  void everyChangeOfAContractIsAnEntryOfItsChain() {
    String id = api.newContract(seller, buyer);
    api.amend(id, buyer, "\"total_amount\": 400000");
    api.act(id, "confirm", seller);
    api.sms(buyer, "NO-" + id + "-2");
    api.awaitAllSent(PHONES.next());

    AuditEntries entries = AuditEntries.of(api, id);

    assertThat(entries.actions())
        .startsWith("contract.created")
        .contains("contract.amended", "party.confirmed", "party.declined", "contract.cancelled")
        .contains("message.sent");
    assertThat(entries.list().toString()).doesNotContain(seller, buyer, "Wanjiku", "Otieno");
    JsonNode declined = entries.first("party.declined");
    assertThat(declined.path("channel").asText()).isEqualTo("sms");
    assertThat(declined.path("assurance").asText()).isEqualTo("claimed");
    assertThat(entries.first("contract.amended").path("data").path("hash"))
        .isEqualTo(api.contract(id).path("contract_hash"));
    assertThat(entries.first("contract.cancelled").path("data").path("status").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void anybodyCanComputeTheHashesAndThePathsLeadToTheSignedRoot() throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);

    JsonNode audit = audit(id);

    Checkpoint checkpoint = checkpoint(audit.path("checkpoint").asText());
    String previous = "0".repeat(64);
    int number = 0;
    for (JsonNode each : audit.path("entries")) {
      JsonNode entry = each.path("entry");
      byte[] leaf = MerkleTree.leafHash(Jcs.bytes(entry));
      assertThat(each.path("entry_hash").asText()).isEqualTo(HexFormat.of().formatHex(leaf));
      assertThat(entry.path("number").asText()).isEqualTo(Integer.toString(++number));
      assertThat(entry.path("previous").asText()).isEqualTo(previous);
      previous = each.path("entry_hash").asText();
      List<byte[]> path = hashes(each.path("path"));
      long index = Long.parseLong(entry.path("sequence").asText()) - 1;
      assertThat(MerkleTree.includes(leaf, index, checkpoint.size(), path, checkpoint.root()))
          .isTrue();
    }
    assertThat(number).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theWholeLogIsWithoutGapsAndHasTheRootOfItsHead() throws IOException {
    api.newContract(seller, buyer);
    Checkpoint head =
        checkpoint(audit(api.newContract(seller, buyer)).path("checkpoint").asText());

    List<byte[]> leaves = new ArrayList<>();
    while (leaves.size() < head.size()) {
      JsonNode page = administrator("/api/v1/audit/entries?limit=1000&from=" + (leaves.size() + 1))
          .json()
          .path("entries");
      assertThat(page).isNotEmpty();
      for (JsonNode each : page) {
        assertThat(each.path("entry").path("sequence").asText())
            .isEqualTo(Integer.toString(leaves.size() + 1));
        leaves.add(HexFormat.of().parseHex(each.path("entry_hash").asText()));
      }
    }

    assertThat(MerkleTree.root(leaves.subList(0, (int) head.size()))).isEqualTo(head.root());
    JsonNode first = AuditEntries.of(
            administrator("/api/v1/audit/entries?limit=1").json())
        .list()
        .get(0);
    assertThat(first.path("action").asText()).isEqualTo("log.started");
    assertThat(first.path("data").path("log").asText()).isEqualTo(head.log());
  }

  @Test
  void aLaterHeadContinuesEveryEarlierOne() {
    Checkpoint earlier =
        checkpoint(audit(api.newContract(seller, buyer)).path("checkpoint").asText());
    Checkpoint later =
        checkpoint(audit(api.newContract(seller, buyer)).path("checkpoint").asText());

    JsonNode proof = api.get(
            "/api/v1/audit/consistency?from=" + earlier.size() + "&to=" + later.size())
        .json();

    assertThat(later.size()).isGreaterThan(earlier.size());
    assertThat(MerkleTree.isConsistent(
            earlier.size(),
            later.size(),
            earlier.root(),
            later.root(),
            hashes(proof.path("proof"))))
        .isTrue();
    String kept = api.get("/api/v1/audit/checkpoint?size=" + earlier.size()).text();
    assertThat(checkpoint(kept).root()).isEqualTo(earlier.root());
    assertThat(checkpoint(api.get("/api/v1/audit/checkpoint").text()).size())
        .isGreaterThanOrEqualTo(later.size());
  }

  @Test
  void aHeadIsSignedByAKeyOfItsOwn() throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);

    JsonNode file = api.get("/api/v1/contracts/" + id + "/head").json();

    byte[] head = file.path("head").asText().getBytes(StandardCharsets.UTF_8);
    JsonNode document = Json.read(file.path("head").asText());
    JsonNode keys = api.get("/api/v1/keys").json();
    JsonNode key = Evidence.jwk(keys, document.path("key_id").asText());
    assertThat(key.path("purpose").asText()).isEqualTo("contract-head");
    assertThat(Evidence.verifies(file, head, Evidence.publicKey(key))).isTrue();
    JsonNode entries = audit(id).path("entries");
    assertThat(document.path("status").asText()).isEqualTo("pending");
    assertThat(Integer.parseInt(document.path("entries").asText()))
        .isLessThanOrEqualTo(entries.size());
    assertThat(document.path("last_entry"))
        .isEqualTo(entries
            .get(Integer.parseInt(document.path("entries").asText()) - 1)
            .path("entry_hash"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consistency",
        "consistency?from=",
        "consistency?from=0",
        "consistency?from=-1",
        "consistency?from=2&to=1",
        "consistency?from=1&to=999999999999",
        "checkpoint?size=0"
      })
  void sizesThatTheLogCannotHaveAre422(String path) {
    assertProblem(api.get("/api/v1/audit/" + path), 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"consistency?from=x", "checkpoint?size=1.5"})
  void sizesThatAreNoNumbersAre400(String path) {
    assertProblem(api.get("/api/v1/audit/" + path), 400);
  }

  @Test
  void whatIsNotThereIs404() {
    assertProblem(api.get("/api/v1/audit/checkpoint?size=999999999"), 404);
    assertProblem(api.get("/api/v1/contracts/AG-2026-999999/audit"), 404);
    assertProblem(api.get("/api/v1/contracts/AG-2026-999999/head"), 404);
    assertProblem(api.get("/api/v1/contracts/AG-2026-999999/proof"), 404);
  }

  @Test
  void theWholeLogIsForAdministrators() throws IOException {
    assertProblem(api.get("/api/v1/audit/entries"), 401);
    assertProblem(administrator("/api/v1/audit/entries?limit=1001"), 422);
    assertProblem(administrator("/api/v1/audit/entries?from=0"), 422);
    assertThat(administrator("/api/v1/audit/entries?from=999999999").json().path("entries"))
        .isEmpty();
  }

  private JsonNode audit(String id) {
    return api.get("/api/v1/contracts/" + id + "/audit").json();
  }

  private Answer administrator(String path) throws IOException {
    String key = Files.readString(server.dataDirectory().resolve("admin-key")).strip();
    return api.get(path, "X-API-Key", key);
  }

  private static Checkpoint checkpoint(String note) {
    return Checkpoint.of(SignedNote.parse(note));
  }

  private static List<byte[]> hashes(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(hash -> Base64.getDecoder().decode(hash.asText()))
        .toList();
  }
}

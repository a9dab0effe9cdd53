package org.voicepact.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.Deal;
import org.voicepact.testing.VoicePactServer;

/** What is on a server before the run, and what must hold after it. */
final class Scene {

  private static final int OF_EACH = 4;

  private final Mode mode;
  private final Known known;
  private final Api api;

  Scene(VoicePactServer server, Mode mode, Known known) {
    this.mode = mode;
    this.known = known;
    this.api = Api.undocumented(server);
  }

  /** Contracts that wait for answers, that are in force, delivered and disputed; and messages and keys. */
  void prepare() {
    for (int i = 0; i < OF_EACH; i++) {
      contract();
      pay(inForce());
      sms(Api.SELLER, "DELIVERED-" + inForce());
      String disputed = inForce();
      sms(Api.SELLER, "DELIVERED-" + disputed);
      sms(Api.BUYER, "DISPUTE-" + disputed + " wet");
      known.add("key", key());
    }
    assertThat(get("/api/v1/contracts?status=disputed").json().path("contracts"))
        .hasSize(OF_EACH);
    known.add(
        "reconciliation",
        api.send(api.request(
                    "/api/v1/payments/reconcile?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z",
                    mode.administrator())
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.noBody()))
            .member("reconciliation_id"));
    // The first certificate takes its time.
    get("/api/v1/contracts/" + known.all("contract").get(0) + "/certificate.pdf");
    known.add("message", get("/api/v1/sms/messages").json().at("/messages/0/id").asText());
    known.add("kid", get("/api/v1/keys").json().findValuesAsText("kid").get(0));
    known.add(
        "proof",
        get("/api/v1/contracts/" + known.all("contract").get(1) + "/proof").text());
  }

  /** Each a list of header fields; several, because requests sign out, too. */
  List<List<String>> sessions() {
    List<List<String>> sessions = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      Browser browser = Browser.of(api, Mode.OPERATOR, Mode.PASSWORD);
      sessions.add(List.of(
          "Cookie: voicepact=" + browser.cookie("voicepact"),
          "X-CSRF-Token: " + browser.csrfToken()));
    }
    return sessions;
  }

  private String contract() {
    Answer made = api.post(
        "/api/v1/contracts/create/manual",
        Deal.manual(Api.SELLER, Api.BUYER)
            .with("quantity", "100")
            .with("unit", "\"bags\"")
            .with(
                "parties",
                Deal.parties(
                    Deal.party("seller", Api.SELLER),
                    Deal.party("buyer", Api.BUYER),
                    Deal.party("mediator", Known.MEDIATOR)))
            .json(),
        mode.administrator());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    known.add("contract", made.member("contract_id"));
    known.add("hash", made.member("contract_hash"));
    return made.member("contract_id");
  }

  private String inForce() {
    String id = contract();
    Known.PHONES.forEach(phone -> sms(phone, "YES-" + id));
    return id;
  }

  /** Where who sends a message is proved; other answers are no ground for payments. */
  private void pay(String contract) {
    if (mode.webhookToken().isEmpty() && mode.webhookSecret().isEmpty()) {
      return;
    }
    Answer made = api.post(
        "/api/v1/payments/checkout",
        "{\"contract_id\": \"" + contract + "\", \"phone_number\": \"" + Api.BUYER
            + "\", \"amount\": 100, \"currency\": \"KES\", \"payment_type\": \"escrow\"}",
        mode.administrator());
    // Where a code is wanted, there is no payment before it comes.
    assertThat(made.status()).as(made.text()).isIn(201, 202);
    if (made.status() == 201) {
      known.add("payment", made.member("payment_id"));
    }
  }

  private String key() {
    return api.post(
            "/api/v1/api-keys",
            "{\"name\": \"made\", \"scopes\": [\"contracts:read\"]}",
            mode.administrator())
        .member("id");
  }

  private void sms(String from, String text) {
    Map<String, String> fields =
        Map.of("id", UUID.randomUUID().toString(), "from", from, "text", text);
    String body = fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + Api.encoded(field.getValue()))
        .collect(Collectors.joining("&"));
    String token = mode.webhookToken().isEmpty() ? "" : "/" + mode.webhookToken();
    String[] signature = mode.webhookSecret().isEmpty()
        ? new String[0]
        : new String[] {
          "X-Signature", Requests.signature(mode, body.getBytes(StandardCharsets.UTF_8))
        };
    assertThat(api.form("/api/v1/sms/webhook" + token, fields, signature).status())
        .isEqualTo(200);
  }

  private Answer get(String path) {
    return api.get(path, mode.administrator());
  }

  /** The server answers, and its whole audit log has the root that it has signed. */
  void check() {
    assertThat(api.get("/health/ready").status()).isEqualTo(200);
    String id = contract();
    Checkpoint head = Checkpoint.of(
        SignedNote.parse(get("/api/v1/contracts/" + id + "/audit").member("checkpoint")));
    List<byte[]> leaves = new ArrayList<>();
    while (leaves.size() < head.size()) {
      JsonNode page = get("/api/v1/audit/entries?limit=1000&from=" + (leaves.size() + 1))
          .json()
          .path("entries");
      assertThat(page).isNotEmpty();
      page.forEach(
          each -> leaves.add(HexFormat.of().parseHex(each.path("entry_hash").asText())));
    }
    assertThat(MerkleTree.root(leaves.subList(0, (int) head.size()))).isEqualTo(head.root());
    String proof = get("/api/v1/contracts/" + id + "/proof").text();
    assertThat(api.post("/api/v1/verify", proof).member("verdict")).isEqualTo("holds");
  }
}

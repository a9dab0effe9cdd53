package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.Jcs;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** The canonical bytes can be made by anybody from what the API shows, and their hash is the contract's. */
@OnSharedServer
class CanonicalFormIT {

  private static final PhoneRange PHONES = new PhoneRange(7800);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private Answer disclosure(Api api, String id, String phone) {
    return api.get("/api/v1/contracts/" + id + "/disclosure?phone_number=" + Api.encoded(phone));
  }

  private byte[] checkedCanonical(Api api, String id) throws GeneralSecurityException {
    Answer canonical = api.get("/api/v1/contracts/" + id + "/canonical");
    JsonNode contract = api.contract(id);

    assertThat(canonical.status()).isEqualTo(200);
    assertThat(canonical.mediaType()).isEqualTo("application/json");
    assertThat(Evidence.blake2b(canonical.bytes()))
        .isEqualTo(contract.path("contract_hash").asText());
    byte[] rebuilt = Evidence.canonical(contract, disclosure(api, id, seller).json());
    assertThat(canonical.text()).isEqualTo(new String(rebuilt, StandardCharsets.UTF_8));
    assertThat(canonical.bytes()).isEqualTo(rebuilt);
    return rebuilt;
  }

  @Test
  void aManualContractCanBeRebuilt(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);

    String text = new String(checkedCanonical(api, id), StandardCharsets.UTF_8);

    assertThat(text)
        .contains("\"total_amount\":\"350000.00\"", "\"quantity\":\"100\"", "\"version\":\"1\"")
        .doesNotContain(seller, buyer, "Wanjiku", "Otieno", "transcript", " :");
    assertThat(text)
        .matches("\\{\"contract_id\":\"" + id + "\",\"contract_type\":.*\"version\":\"1\"}");
  }

  @Test
  void whatIsAnsweredLaterDoesNotChangeIt(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    byte[] before = checkedCanonical(api, id);

    api.act(id, "confirm", seller);
    api.act(id, "confirm", buyer);

    assertThat(checkedCanonical(api, id)).isEqualTo(before);
  }

  @Test
  void wordsAndFreeTermsCanBeRebuiltWhateverTheyHold(Api api) throws GeneralSecurityException {
    String terms = """
        {"product": "\\"Caf\\u00e9\\" \\\\ <b>&amp;</b> / \\ud83c\\udf3d", "total_amount": 12.340, "currency": "KWD",
         "unit_price": 1e1, "quantity": 1.50, "z": {"b": [1e2, 0.10, -0.0, true, false, "x", {"y": 1}], "a": {}},
         "\\u20ac": 1, "\\ud83d\\ude02": 2, "\\ufb01": 3, "Z": "upper", "aa": 100000000000000,
         "tiny": 0.000000000001, "0": "digit"}
        """;
    Answer made = api.post(
        "/api/v1/contracts/create",
        Deal.spoken(seller, buyer)
            .with(
                "transcript",
                "\"Habari!\\r\\n\\tMahindi \\u2014 magunia 100? \\\"Ndiyo\\\" \\ud83c\\udf3d\"")
            .with("terms", terms)
            .json());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);

    String text =
        new String(checkedCanonical(api, made.member("contract_id")), StandardCharsets.UTF_8);

    assertThat(text)
        .contains(
            "\"total_amount\":\"12.340\"", "\"unit_price\":\"10.000\"", "\"quantity\":\"1.5\"")
        .contains(
            "\"b\":[\"100\",\"0.1\",\"0\",true,false,\"x\",{\"y\":\"1\"}]",
            "\"tiny\":\"0.000000000001\"")
        .contains("\"transcript_commitment\":\"")
        .doesNotContain("Mahindi");
  }

  @Test
  void anAmendedContractCanBeRebuilt(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    String first = api.contract(id).path("contract_hash").asText();
    api.amend(id, seller, "\"total_amount\": 5, \"currency\": \"UGX\", \"unit_price\": null");

    String text = new String(checkedCanonical(api, id), StandardCharsets.UTF_8);

    assertThat(text).contains("\"total_amount\":\"5\"", "\"version\":\"2\"");
    assertThat(Evidence.blake2b(
            api.get("/api/v1/contracts/" + id + "/canonical?version=1").bytes()))
        .isEqualTo(first);
  }

  @Test
  void theServersBytesAreInTheirCanonicalOrderAlready(Api api) {
    String id = api.newContract(seller, buyer);
    Answer canonical = api.get("/api/v1/contracts/" + id + "/canonical");

    assertThat(canonical.bytes()).isEqualTo(Jcs.bytes(canonical.json()));
  }

  @Test
  void commitmentsOpenWithWhatIsDisclosedAndNeverRepeat(Api api) throws GeneralSecurityException {
    String id = api.newContract(seller, buyer);
    String other = api.newContract(seller, buyer);
    JsonNode disclosed = disclosure(api, id, buyer).json();

    assertThat(disclosed.path("parties").get(0).path("phone").asText()).isEqualTo(seller);
    assertThat(disclosed.path("parties").get(0).path("name").asText()).isEqualTo("Wanjiku");
    Set<String> seen = new HashSet<>();
    for (JsonNode document : List.of(disclosed, disclosure(api, other, seller).json())) {
      for (JsonNode party : document.path("parties")) {
        assertThat(Evidence.commitmentToParty(party))
            .isEqualTo(party.path("commitment").asText());
        assertThat(party.path("key").asText()).matches("[0-9a-f]{64}");
        assertThat(seen.add(party.path("key").asText())).isTrue();
        assertThat(seen.add(party.path("commitment").asText())).isTrue();
      }
    }
  }

  @Test
  void aPartyWithoutANameIsCommittedToByNumberAlone(Api api) throws GeneralSecurityException {
    String id = api.post(
            "/api/v1/contracts/create/manual", Deal.manual(seller, buyer).json())
        .member("contract_id");

    checkedCanonical(api, id);
    assertThat(disclosure(api, id, seller).json().path("parties").get(0).has("name"))
        .isFalse();
  }

  @Test
  void onlyWhoNamesAPartysFullNumberSeesWhatIsBehind(Api api) {
    String id = api.newContract(seller, buyer);
    String path = "/api/v1/contracts/" + id + "/disclosure";

    assertProblem(disclosure(api, id, PHONES.next()), 404, seller, buyer);
    assertProblem(api.get(path), 422, seller, buyer);
    assertProblem(api.get(path + "?phone_number="), 422, seller, buyer);
    assertProblem(
        api.get(path + "?phone_number=" + Api.encoded(PhoneRange.masked(seller))),
        422,
        seller,
        buyer);
    assertProblem(disclosure(api, "AG-2024-001", seller), 404, seller);
    assertProblem(api.get("/api/v1/contracts/AG-2024-001/canonical"), 404);
  }
}

package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A deal becomes a contract that waits for its parties. */
@OnSharedServer
class CreatingContractIT {

  private static final PhoneRange PHONES = new PhoneRange(7100);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @Test
  void termsBecomeAContractThatWaits(Api api) {
    Answer answer = api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer));

    assertThat(answer.status()).isEqualTo(201);
    JsonNode contract = answer.json();
    String id = answer.member("contract_id");
    assertThat(id).matches("AG-[0-9]{4}-[0-9]{6}");
    assertThat(answer.header("Location")).endsWith("/api/v1/contracts/" + id);
    assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
    assertThat(answer.member("contract_type")).isEqualTo("agricultural_supply");
    assertThat(answer.member("language")).isEqualTo("en");
    assertThat(answer.member("status")).isEqualTo("pending");
    Instant created = Instant.parse(answer.member("created_at"));
    assertThat(created).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
    assertThat(Instant.parse(answer.member("expires_at")))
        .isEqualTo(created.plus(Duration.ofDays(1)));
    assertThat(answer.member("currency")).isEqualTo("KES");
    assertThat(answer.member("contract_hash")).matches("[0-9a-f]{64}");
    assertThat(answer.member("hash_algorithm")).isEqualTo("blake2b-256");
    assertThat(contract.path("version").intValue()).isEqualTo(1);
    assertThat(contract.path("terms").path("delivery_location").asText()).isEqualTo("Nakuru");
    assertThat(contract.path("terms").path("quality_requirements").asText())
        .isEqualTo("Moisture below 13.5 %");
  }

  @Test
  void whatWasAnsweredIsWhatIsFoundAtTheLocation(Api api) {
    Answer made = api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer));

    Answer found = api.get("/api/v1/contracts/" + made.member("contract_id"));

    assertThat(found.text()).isEqualTo(made.text());
    assertThat(found.header("ETag")).isEqualTo(made.header("ETag"));
    assertThat(api.get("/api/v1/contracts/" + made.member("contract_id").toLowerCase())
            .text())
        .isEqualTo(made.text());
  }

  @Test
  void oneKeyIsOneContract(Api api) {
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
    String body = Api.contract(seller, buyer);

    Answer first = api.post("/api/v1/contracts/create/manual", body, key);
    Answer again = api.post("/api/v1/contracts/create/manual", body, key);
    Answer other = api.post("/api/v1/contracts/create/manual", body + " ", key);
    Answer invalid = api.post("/api/v1/contracts/create/manual", "{}", "Idempotency-Key", buyer);
    Answer mended = api.post("/api/v1/contracts/create/manual", body, "Idempotency-Key", buyer);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertProblem(other, 422);
    assertProblem(invalid, 422);
    assertThat(mended.status()).as("a refused request leaves the key free").isEqualTo(201);
    assertThat(contractsOf(api, seller)).isEqualTo(2);
  }

  @Test
  void oneKeyManyTimesAtOnceIsOneContract(Api api) {
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
    String body = Deal.spoken(seller, buyer).json();

    List<Answer> answers =
        AtOnce.run(Collections.nCopies(8, () -> api.post("/api/v1/contracts/create", body, key)));

    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
    assertThat(contractsOf(api, seller)).isEqualTo(1);
  }

  private static int contractsOf(Api api, String phone) {
    return api.get("/api/v1/contracts?phone_number=" + Api.encoded(phone))
        .json()
        .path("total")
        .intValue();
  }

  @Test
  void wordsBecomeAContractWithTheTermsThatCameWithThem(Api api) {
    Answer answer = api.post(
        "/api/v1/contracts/create",
        Deal.spoken(seller, buyer)
            .with("contract_type", "\"goods_purchase\"")
            .with(
                "terms",
                "{\"product\": \"Timber\", \"total_amount\": 120.50, \"currency\": \"usd\", \"grade\": 2}")
            .json());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.member("contract_id")).startsWith("GP-");
    assertThat(answer.member("contract_type")).isEqualTo("goods_purchase");
    assertThat(answer.member("currency")).isEqualTo("USD");
    assertThat(answer.text()).contains("\"total_amount\":120.50");
    assertThat(answer.json().path("terms").path("grade").intValue()).isEqualTo(2);
  }

  @Test
  void theLanguageIsKeptAndIsNoPartOfWhatIsHashed(Api api) {
    String id = api.post(
            "/api/v1/contracts/create",
            Deal.spoken(seller, buyer).with("language", "\"sw\"").json())
        .member("contract_id");

    assertThat(api.contract(id).path("language").asText()).isEqualTo("sw");
    assertThat(api.get("/api/v1/contracts/" + id + "/canonical").text())
        .doesNotContain("language", "\"sw\"");
  }

  @Test
  void wordsAloneAreEnough(Api api) {
    Answer answer = api.post(
        "/api/v1/contracts/create", Deal.spoken(seller, buyer).without("terms").json());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().has("total_amount")).isFalse();
    assertThat(answer.json().path("terms")).isEmpty();
  }

  @Test
  void amountsAreNumbersAlsoWhereTheyWereSentAsTexts(Api api) {
    Answer answer = api.post(
        "/api/v1/contracts/create/manual",
        Deal.manual(seller, buyer)
            .with("total_amount", "\"350000.5\"")
            .with("quantity", "\"100.0\"")
            .json());

    assertThat(answer.json().path("total_amount").isNumber()).isTrue();
    assertThat(answer.text()).contains("\"total_amount\":350000.50").contains("\"quantity\":100");
    assertThat(answer.json().path("terms").path("quantity").isNumber()).isTrue();
  }

  @Test
  void aCurrencyWithoutMinorDigitsHasNone(Api api) {
    Answer answer = api.post(
        "/api/v1/contracts/create/manual",
        Deal.manual(seller, buyer).with("currency", "\"UGX\"").json());

    assertThat(answer.text()).contains("\"total_amount\":350000,");
  }

  @Test
  void partiesAreShownMaskedInTheirOrder(Api api) {
    Answer answer = api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer));

    JsonNode parties = answer.json().path("parties");
    assertThat(parties).hasSize(2);
    assertThat(parties.get(0).path("name").asText()).isEqualTo("Wanjiku");
    assertThat(parties.get(0).path("role").asText()).isEqualTo("seller");
    assertThat(parties.get(0).path("phone_number").asText()).isEqualTo(PhoneRange.masked(seller));
    assertThat(parties.get(1).path("phone_number").asText()).isEqualTo(PhoneRange.masked(buyer));
    assertThat(parties)
        .allSatisfy(party -> assertThat(party.path("confirmation").asText()).isEqualTo("pending"));
    assertThat(answer.text()).doesNotContain(seller, buyer);
  }

  @Test
  void whoNamesAPartysNumberSeesThatOneInFullAndNoOther(Api api) {
    String id = api.newContract(seller, buyer);

    Answer one = api.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(seller));
    Answer status =
        api.get("/api/v1/contracts/" + id + "/status?phone_number=" + Api.encoded(seller));
    Answer stranger =
        api.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(PHONES.next()));

    assertThat(one.text()).contains(seller).doesNotContain(buyer);
    assertThat(status.text()).contains(seller).doesNotContain(buyer);
    assertThat(stranger.text()).doesNotContain(seller, buyer);
    assertThat(api.get("/api/v1/contracts/" + id + "?phone_number=12").status()).isEqualTo(422);
  }

  @Test
  void aPlusSignThatWasNotEscapedIsForgiven(Api api) {
    String id = api.newContract(seller, buyer);

    assertThat(api.get("/api/v1/contracts/" + id + "?phone_number=" + seller).text())
        .contains(seller);
  }

  @Test
  void aNumberWithoutItsCountryIsKenyan(Api api) {
    String local = "0" + seller.substring(4);
    String spaced = buyer.substring(0, 4) + " " + buyer.substring(4, 7) + "-" + buyer.substring(7);

    String id = api.newContract(local, spaced);

    assertThat(api.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(seller))
            .text())
        .contains(seller);
    assertThat(api.act(id, "confirm", buyer).status()).isEqualTo(200);
    assertThat(api.act(id, "confirm", local).member("contract_status")).isEqualTo("active");
  }

  @Test
  void everyPartyIsToldWhatItIsAboutAndHowToAnswer(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    for (String phone : new String[] {seller, buyer}) {
      assertThat(server.awaitMessage(phone, id))
          .contains(
              "Maize, grade 1", "100 bags", "KES 350,000", "2026-12-31", "YES-" + id, "NO-" + id)
          .doesNotContain(seller, buyer);
    }
  }

  @Test
  void twentyPartiesMayTakePart(Api api) {
    String[] parties = new String[20];
    parties[0] = Deal.party("seller", seller);
    parties[1] = Deal.party("buyer", buyer);
    for (int i = 2; i < parties.length; i++) {
      parties[i] = Deal.party(i == 2 ? "mediator" : "witness", PHONES.next());
    }
    Answer answer = api.post(
        "/api/v1/contracts/create/manual",
        Deal.manual(seller, buyer).with("parties", Deal.parties(parties)).json());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("parties")).hasSize(20);
  }
}

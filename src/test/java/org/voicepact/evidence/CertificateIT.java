package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.evidence.control.Certificates;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** The certificate of a contract, read as the one who gets it would. */
@OnSharedServer
class CertificateIT {

  private static final PhoneRange PHONES = new PhoneRange(5800);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static Answer certificate(Api api, String id, String query) {
    return api.get("/api/v1/contracts/" + id + "/certificate.pdf" + query);
  }

  @Test
  void itSaysWhatWasAgreedAndHowEachAnswered(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    api.sms(buyer, "YES-" + id);
    JsonNode contract = api.contract(id);

    Answer answer = certificate(api, id, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("inline; filename=\"certificate-" + id + ".pdf\"");
    String hash = contract.path("contract_hash").asText();
    String text = Certificates.text(answer.bytes());
    assertThat(text)
        .contains(
            "Contract " + id,
            "Version 1",
            "Status Active",
            "Seller Wanjiku •••• " + seller.substring(9),
            "Buyer Otieno •••• " + buyer.substring(9),
            "Product Maize, grade 1",
            "Quantity 100 bags",
            "Price per unit KES 3,500.00",
            "Total amount KES 350,000.00",
            "Delivery to Nakuru",
            "Delivery by 2026-12-31",
            "Quality Moisture below 13.5 %",
            "Internet not proven",
            "SMS",
            hash.replaceAll("(.{4})", "$1 ").strip(),
            "It does not say that a person signed")
        .doesNotContain("DRAFT", "□");
    assertThat(Certificates.qrCode(answer.bytes()))
        .isEqualTo(server.uri("/verify/" + id + "/" + hash).toString());
    assertThat(Certificates.faultsAsArchive(answer.bytes())).isEmpty();
    byte[] proof = Certificates.attachment(answer.bytes(), "proof-" + id + ".json");
    assertThat(new String(proof)).contains("\"voicepact/proof/1\"");
  }

  @ParameterizedTest
  @CsvSource({"'', false", "?phone_number=, true"})
  void nobodySeesANumberInFull(String query, boolean isNamed, Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);

    byte[] pdf =
        certificate(api, id, isNamed ? query + Api.encoded(seller) : query).bytes();

    byte[] proof = Certificates.attachment(pdf, "proof-" + id + ".json");
    assertThat(Certificates.text(pdf) + Certificates.metadata(pdf) + new String(proof))
        .doesNotContain(
            seller,
            buyer,
            seller.substring(4),
            PhoneRange.masked(seller),
            PhoneRange.masked(buyer));
    assertThat(Certificates.metadata(pdf)).doesNotContain("Wanjiku", "Otieno");
  }

  @Test
  void itsLanguageIsThatOfTheContractOrTheOneThatIsAskedFor(Api api) {
    String id = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer).with("language", "\"sw\"").json())
        .member("contract_id");

    assertThat(Certificates.text(certificate(api, id, "").bytes()))
        .contains("Cheti cha mkataba", "Unasubiri majibu", "RASIMU", "Hakuna aliyejibu bado.");
    assertThat(Certificates.text(certificate(api, id, "?language=fr").bytes()))
        .contains("Certificat de contrat", "PROJET");
    assertThat(Certificates.text(certificate(api, id, "?language=EN").bytes()))
        .contains("Certificate of contract", "DRAFT");
  }

  @Test
  void anotherLanguageIsRefused(Api api) {
    Answer answer = certificate(api, api.newContract(seller, buyer), "?language=de");

    assertProblem(answer, 422, seller, buyer);
    assertThat(answer.faults()).containsExactly("language");
  }

  @Test
  void theWordAcrossThePageSaysHowItEnded(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "decline", buyer);

    assertThat(Certificates.text(certificate(api, id, "").bytes()))
        .contains("Status Cancelled", "CANCELLED", "Buyer, Otieno No")
        .doesNotContain("DRAFT");
  }

  @Test
  void anAmendmentNeedsNewAnswers(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", buyer);
    api.amend(id, seller, "\"total_amount\": 360000");

    assertThat(Certificates.text(certificate(api, id, "").bytes()))
        .contains("Version 2", "KES 360,000.00", "Nobody has answered yet.")
        .doesNotContain("350,000");
  }

  @Test
  void whatDoesNotFitIsCountedAndTheRestIsThere(Api api) {
    String[] parties = new String[20];
    for (int i = 0; i < parties.length; i++) {
      String role = i == 0 ? "seller" : i == 1 ? "buyer" : "witness";
      parties[i] = "{\"name\": \"" + "አበበ በቂላ محمد 👍🏽 Ọ̀ṣun ".repeat(4) + "\", \"role\": \""
          + role + "\", \"phone_number\": \"" + PHONES.next() + "\"}";
    }
    StringBuilder terms = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      terms
          .append(i == 0 ? "" : ", ")
          .append("\"term ")
          .append(i)
          .append("\": \"")
          .append("one of many words ".repeat(6))
          .append('"');
    }
    String id = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer)
                .with("parties", Deal.parties(parties))
                .with("terms", "{" + terms + "}")
                .json())
        .member("contract_id");

    byte[] pdf = certificate(api, id, "").bytes();

    assertThat(Certificates.pages(pdf)).isEqualTo(2);
    assertThat(Certificates.faultsAsArchive(pdf)).isEmpty();
    assertThat(Certificates.text(pdf))
        .contains("□□□ □□□", "محمد", "Ọ̀ṣun", "□ stands for a letter")
        .containsPattern("… and [0-9]+ more; all are in the attached proof");
  }

  @Test
  void thereIsNoneOfAContractThatIsNotThere(Api api) {
    assertProblem(certificate(api, "AG-2020-000001", ""), 404);
    assertProblem(certificate(api, "ZZ-2020-000001", ""), 404);
    assertProblem(
        api.get(
            "/api/v1/contracts/" + api.newContract(seller, buyer) + "/certificate.pdf",
            "Accept",
            "text/html"),
        406);
  }
}

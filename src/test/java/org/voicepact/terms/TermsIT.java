package org.voicepact.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** The words of deals over HTTP, up to a contract that is made of what was found. */
@OnSharedServer
class TermsIT {

  private static final String EXTRACT = "/api/v1/terms/extract";
  private static final PhoneRange PHONES = new PhoneRange(7730);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Answer extract(Api api, String text) {
    return api.post(EXTRACT, MAPPER.createObjectNode().put("text", text).toString());
  }

  @Test
  void whatWasFoundMakesAContractAsItIs(Api api) {
    JsonNode found = extract(
            api,
            "Gunia 50 za mahindi makavu kwa shilingi 3500 kila moja, 30% upfront, kupeleka Eldoret by 15 December 2030")
        .json();
    assertThat(found.path("questions")).isEmpty();
    ObjectNode contract = MAPPER.createObjectNode();
    found.fields().forEachRemaining(term -> {
      if (!term.getKey().equals("questions")) {
        contract.set(term.getKey(), term.getValue().path("value"));
      }
    });
    contract
        .putArray("parties")
        .addObject()
        .put("role", "seller")
        .put("phone_number", PHONES.next());
    contract
        .withArray("parties")
        .addObject()
        .put("role", "buyer")
        .put("phone_number", PHONES.next());
    Answer made = api.post("/api/v1/contracts/create/manual", contract.toString());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode terms = made.json().path("terms");
    assertThat(terms.path("total_amount").decimalValue()).isEqualByComparingTo("175000");
    assertThat(terms.path("upfront_payment").decimalValue()).isEqualByComparingTo("52500");
    assertThat(terms.path("delivery_deadline").asText()).isEqualTo("2030-12-15");
  }

  @Test
  void aTotalThatIsNotQuantityTimesPriceIsAQuestion(Api api) {
    Answer answer = api.post(
        EXTRACT,
        "{\"text\": \"100 bags of maize at 3,500 each, total 340,000 KES\", \"language\": \"sw\"}");
    JsonNode question = answer.json().path("questions").path(0);
    assertThat(question.path("code").asText()).isEqualTo("total_differs");
    assertThat(question.path("field").asText()).isEqualTo("total_amount");
    assertThat(question.path("text").asText()).contains("340000 / 350000").contains("Jumla");
    assertThat(answer.json().at("/total_amount/value").intValue()).isEqualTo(340_000);
  }

  @Test
  void nothingIsFoundInNothing(Api api) {
    Answer answer = extract(api, "Habari za leo?");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"questions\":[]}");
  }

  @Test
  void aScriptStaysText(Api api) {
    Answer answer = extract(api, "20 bags of <script>alert(1)</script> deliver to <b>Nakuru</b>");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whatIsWrongIsNamed(Api api) {
    assertProblem(api.post(EXTRACT, "{"), 400);
    for (String body :
        new String[] {"{}", "{\"text\": \"\"}", "{\"text\": 5}", "{\"text\": null}"}) {
      Answer answer = api.post(EXTRACT, body);
      assertProblem(answer, 422);
      assertThat(answer.faults()).containsExactly("/text");
    }
    assertThat(extract(api, "x".repeat(20_001)).faults()).containsExactly("/text");
    assertThat(extract(api, "x".repeat(20_000)).status()).isEqualTo(200);
    assertThat(api.post(EXTRACT, "{\"text\": \"a\", \"language\": \"de\", \"more\": 1}")
            .faults())
        .containsExactly("/language", "/more");
  }
}

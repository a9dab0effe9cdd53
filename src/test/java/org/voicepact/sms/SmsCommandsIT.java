package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.platform.entity.Language;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.DatabaseDump;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** What a person can do by text message besides saying yes or no, and in which language the answers are. */
class SmsCommandsIT {

  private static final PhoneRange PHONES = new PhoneRange(6600);
  private static final String WEBHOOK_TOKEN = "c0ffee00c0ffee00c0ffee00c0ffee01";

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "sms-commands",
        Map.of(
            "PARTY_PROOF", "otp",
            "WEBHOOK_TOKEN", WEBHOOK_TOKEN,
            "RATE_LIMIT_CREATE", "off",
            "RATE_LIMIT_CONFIRM", "off",
            "RATE_LIMIT_OTP", "off",
            "RATE_LIMIT_DEFAULT", "off",
            "SMS_UNASKED_LIMIT", "off",
            "SMS_COUNTRIES", "*"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer sms(String id, String from, String text) {
    Answer answer = api.form(
        "/api/v1/sms/webhook/" + WEBHOOK_TOKEN,
        Map.of("id", id, "from", from, "to", "21512", "text", text));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static Answer sms(String from, String text) {
    return sms(UUID.randomUUID().toString(), from, text);
  }

  /** Sends a text, has the gateway repeat it, and waits for the answer. */
  private static String ask(String from, String text, String answer) {
    String id = UUID.randomUUID().toString();
    sms(id, from, text);
    sms(id, from, text);
    return server.awaitMessage(from, answer);
  }

  /** Waits until all that was put into the outbox for a number before has left. */
  private static void awaitAllTo(String phone) {
    String unknown = "AG-1999-" + phone.substring(phone.length() - 4);
    sms(phone, "STATUS-" + unknown);
    server.awaitMessage(phone, "AG-1999-00" + phone.substring(phone.length() - 4));
  }

  private static String contract(String sellerPhone, String buyerPhone, Language buyerLanguage) {
    Answer answer = api.post(
        "/api/v1/contracts/create/manual",
        Api.contract(sellerPhone, buyerPhone)
            .replace(
                "\"name\": \"Otieno\"",
                "\"name\": \"Otieno\", \"language\": \"" + buyerLanguage.wire() + "\""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.member("contract_id");
  }

  /** Words of a language that stand in no text of another. */
  private record Words(
      String yes,
      String no,
      String terms,
      String help,
      String helped,
      String waits,
      String list,
      String waiting,
      String stopped,
      String started,
      String confirmed,
      String unknown) {}

  private static final Map<Language, Words> WORDS = Map.of(
      Language.EN,
      new Words(
          "YES",
          "NO",
          "to decline",
          "Help",
          "your contracts. LANG",
          "waits for you: 0 of 2",
          "your contracts: ",
          "waiting",
          "nothing but answers",
          "messages about your contracts again",
          "1 of 2 parties have",
          "did not understand"),
      Language.SW,
      new Words(
          "NDIYO",
          "HAPANA",
          "kukataa",
          "msaada",
          "mikataba yako. LANG",
          "unakusubiri: wahusika 0 kati ya 2",
          "mikataba yako: ",
          "unasubiri",
          "haitakutumia",
          "itakutumia tena",
          "Wahusika 1 kati ya 2",
          "haijaelewa"),
      Language.FR,
      new Words(
          "OUI",
          "NON",
          "pour refuser",
          "Aide!",
          "vos contrats. LANG",
          "vous attend: 0 parties sur 2",
          "vos contrats: ",
          "en attente",
          "ne vous enverra que",
          "vous enverra de nouveau",
          "1 parties sur 2",
          "pas compris"));

  @ParameterizedTest
  @EnumSource
  void everyCommandIsAnsweredOnceInThePersonsLanguage(Language language) {
    Words words = WORDS.get(language);
    String id = contract(seller, buyer, language);

    assertThat(server.awaitMessage(buyer, words.terms()))
        .contains(words.yes() + "-" + id + " ", words.no() + "-" + id + " ");
    ask(buyer, words.help(), words.helped());
    ask(buyer, "status " + id.replace('-', ' ') + "?", words.waits());
    assertThat(ask(buyer, "List.", words.list())).contains(id + " " + words.waiting());
    ask(buyer, "STOP", words.stopped());
    ask(buyer, "start", words.started());
    ask(buyer, "what is this", words.unknown());
    ask(buyer, words.yes().toLowerCase() + " " + id, words.confirmed());

    awaitAllTo(buyer);
    assertThat(server.messagesTo(PhoneRange.masked(buyer)))
        .hasSize(9)
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text).doesNotContain("{"));
    assertThat(api.signatures(id)).hasSize(1);
  }

  @Test
  void theWayToSayNoOfEachLanguageCounts() {
    for (String no : List.of("Hapana", "Non", "NO")) {
      String id = api.newContract(seller, buyer);
      sms(buyer, no + "-" + id + " too late");
      assertThat(api.contract(id).path("status").asText()).isEqualTo("cancelled");
    }
  }

  @ParameterizedTest
  @CsvSource({"+255, kukataa", "+243, pour refuser", "+256, to decline"})
  void withoutAWishTheCountryOfTheNumberDecides(String prefix, String words) {
    String abroad = prefix + PHONES.next().substring(4);
    String id = api.newContract(seller, abroad);

    assertThat(server.awaitMessage(abroad, words)).contains(id);
    server.awaitMessage(seller, "to decline");
  }

  @Test
  void thePersonsChoiceGoesBeforeThePartysLanguageAndThatBeforeTheContracts() {
    String other = PHONES.next();
    Answer made = api.post(
        "/api/v1/contracts/create/manual",
        Api.contract(seller, buyer)
            .replace("\"product\"", "\"language\": \"sw\", \"product\"")
            .replace("\"name\": \"Otieno\"", "\"name\": \"Otieno\", \"language\": \"fr\""));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().at("/parties/0/language").asText()).isEqualTo("sw");
    assertThat(made.json().at("/parties/1/language").asText()).isEqualTo("fr");
    assertThat(made.member("language")).isEqualTo("sw");
    server.awaitMessage(seller, "kukataa");
    server.awaitMessage(buyer, "pour refuser");

    ask(buyer, "Lang english", "write to you in English");
    ask(seller, "LANG xx", "LANG EN kwa Kiingereza");
    ask(seller, "lang FR", "dans cette langue");
    String id = contract(seller, buyer, Language.SW);
    contract(other, seller, Language.SW);

    assertThat(server.awaitMessage(buyer, "to decline")).contains(id);
    server.awaitMessage(seller, "pour refuser");
    awaitAllTo(seller);
    assertThat(server.messagesTo(seller, "pour refuser")).hasSize(2);
  }

  @Test
  void whoStoppedGetsAnswersAloneUntilTheyStartAgain() {
    ask(buyer, "STOP", "nothing but answers");
    String id = api.newContract(seller, buyer);
    server.awaitMessage(seller, id);
    assertThat(ask(buyer, "LIST", "your contracts: ")).contains(id);
    sms(seller, "YES-" + id);
    ask(buyer, "YES-" + id, "2 of 2 parties have");
    server.awaitMessage(seller, "is CONFIRMED");
    assertThat(server.messagesTo(buyer, "to decline")).isEmpty();
    assertThat(server.messagesTo(buyer, "is CONFIRMED")).isEmpty();

    ask(buyer, "START", "messages about your contracts again");
    String next = api.newContract(seller, buyer);

    assertThat(server.awaitMessage(buyer, "to decline")).contains(next);
  }

  @Test
  void wishesAtTheSameTimeDoNotHurtEachOther() {
    for (String text : List.of("STOP", "LANG SW")) {
      AtOnce.run(Collections.nCopies(4, () -> sms(buyer, text)));
    }

    server.awaitMessage(buyer, "nothing but answers");
    server.awaitMessage(buyer, "kwa Kiswahili");
    assertThat(ask(buyer, "LIST", "Huna mikataba")).isNotBlank();
  }

  @Test
  void aStrangerLearnsNothing() {
    String id = api.newContract(seller, buyer);
    String stranger = PHONES.next();

    ask(stranger, "LIST", "no open contracts");
    String unknown = id.substring(0, 8) + "999999";
    assertThat(ask(stranger, "STATUS-" + id, "no contract " + id).replace(id, unknown))
        .isEqualTo(ask(stranger, "STATUS-" + unknown, "no contract " + unknown));

    sms(stranger, "YES-" + id);
    String audit = "/api/v1/contracts/" + id + "/audit";
    VoicePactServer.await(
        "the attempt is told", () -> api.get(audit).text().contains("confirm.refused"));
    assertThat(api.get(audit).text())
        .containsPattern("\"actor\":\"stranger:[0-9a-f]{32}\"")
        .doesNotContain(stranger.substring(1));
  }

  @Test
  void aConfirmedContractIsToldWithTheBeginningOfItsHash() {
    String id = api.newContract(seller, buyer);
    sms(seller, "YES-" + id);
    sms(buyer, "Ndiyo-" + id);

    String hash = api.contract(id).path("contract_hash").asText();
    for (String phone : List.of(seller, buyer)) {
      assertThat(server.awaitMessage(phone, id + " is CONFIRMED"))
          .endsWith(" Ref " + hash.substring(0, 20));
    }
    assertThat(ask(buyer, "STATUS-" + id, ": under way.")).startsWith("VoicePact " + id + ": ");
  }

  @Test
  void theFirstMessageToANumberBringsNobodysAdvertisement() {
    String bait = Api.contract(seller, buyer)
        .replace("Maize, grade 1", "Call 0900 123 456 or see www.win.example now");
    assertThat(api.post("/api/v1/contracts/create/manual", bait).status()).isEqualTo(201);
    assertThat(server.awaitMessage(buyer, "to decline")).contains("bags Call or see now, KES");

    assertThat(api.post("/api/v1/contracts/create/manual", bait).status()).isEqualTo(201);

    server.awaitMessage(buyer, "www.win.example");
  }

  @Test
  void theOutboxSaysHowManySegmentsAMessageHas() throws IOException {
    String key = Files.readString(server.dataDirectory().resolve("admin-key")).strip();
    for (String product : List.of("Maize", "Maize, " + "g".repeat(60))) {
      String body = Api.contract(seller, buyer).replace("Maize, grade 1", product);
      assertThat(api.post("/api/v1/contracts/create/manual", body).status()).isEqualTo(201);
    }

    JsonNode messages = api.get(
            "/api/v1/sms/messages?phone_number=" + Api.encoded(buyer), "X-API-Key", key)
        .json()
        .path("messages");

    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).path("segments").intValue()).isEqualTo(2);
    assertThat(messages.get(1).path("segments").intValue()).isEqualTo(1);
  }

  private String codeFor(String act, String id) {
    Answer asked = api.act(id, act, buyer);
    assertThat(asked.status()).isEqualTo(202);
    return SentCodes.await(server, buyer, 1);
  }

  @Test
  void aCodeThatComesBackBySmsIsTheAnswerThatItWasSentFor() {
    String id = api.newContract(seller, buyer);
    String code = codeFor("confirm", id);

    sms(seller, "CODE " + code);
    assertThat(api.signatures(id)).isEmpty();
    AtOnce.run(Collections.nCopies(3, () -> sms(buyer, "Code: " + code + ".")));

    server.awaitMessage(buyer, "You confirmed " + id);
    JsonNode signatures = api.signatures(id);
    assertThat(signatures).hasSize(1);
    assertThat(signatures.get(0).at("/statement/assurance").asText()).isEqualTo("gateway");
    assertThat(signatures.get(0).at("/statement/channel").asText()).isEqualTo("sms");
    server.awaitMessage(seller, "code is wrong");
  }

  @Test
  void aCodeForANoIsANo() {
    String id = api.newContract(seller, buyer);

    sms(buyer, "code" + codeFor("decline", id));

    assertThat(api.contract(id).path("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void wrongCodesAreTriesWhereverTheyAreEntered() {
    String id = api.newContract(seller, buyer);
    String code = codeFor("confirm", id);
    for (int i = 0; i < 5; i++) {
      sms(buyer, "CODE " + SentCodes.wrong(code));
    }

    sms(buyer, "CODE " + code);

    server.awaitMessage(buyer, "code is wrong");
    assertThat(api.post(
                "/api/v1/contracts/" + id + "/confirm",
                "{\"phone_number\": \"" + buyer + "\", \"code\": \"" + code + "\"}")
            .status())
        .isEqualTo(403);
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  void aCodeForTheScreenIsStillGoodThere() {
    api.newContract(seller, buyer);
    String phone = "{\"phone_number\": \"" + buyer + "\"";
    assertThat(api.post("/api/v1/auth/otp", phone + "}").status()).isEqualTo(202);
    String code = SentCodes.await(server, buyer, 1);

    ask(buyer, "CODE " + code, "enter the code at the screen");

    assertThat(api.post("/api/v1/auth/otp/verify", phone + ", \"code\": \"" + code + "\"}")
            .status())
        .isEqualTo(200);
  }

  @Test
  void noCodeIsStoredInClear() {
    String id = api.newContract(seller, buyer);
    String code = codeFor("confirm", id);
    sms(buyer, "my code is " + code + ", thanks");
    sms(buyer, "CODE " + code);
    server.awaitMessage(buyer, "You confirmed");

    server.stop();
    DatabaseDump dump = DatabaseDump.of(server);
    server.launch();
    server.awaitReady();

    assertThat(DatabaseDump.values(
            dump.rows("inbound_message").stream(), Set.of("inbound_message.text")))
        .contains("my code is ******, thanks", "CODE ******");
    for (String table : List.of("inbound_message", "outbound_message", "one_time_code")) {
      assertThat(DatabaseDump.values(
              dump.rows(table).stream(), Set.of(table + ".text", table + ".hash")))
          .noneMatch(text -> text.matches(".*(?<![0-9a-f-])" + code + "(?![0-9a-f]).*"));
    }
  }
}

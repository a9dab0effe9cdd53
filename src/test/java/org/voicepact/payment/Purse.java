package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.Deal;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A contract whose parties answer by SMS through a checked gateway, and its money on the simulator. */
final class Purse {

  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String ADMIN = "an administrator's key of some length";
  static final String[] ADMINISTRATOR = {"X-API-Key", ADMIN};

  private final Api api;
  private final String seller;
  private final String buyer;
  private final String mediator;
  private final String id;

  private Purse(Api api, PhoneRange phones) {
    this.api = api;
    this.seller = phones.next();
    this.buyer = phones.next();
    this.mediator = phones.next();
    Answer made = api.post(
        "/api/v1/contracts/create",
        Deal.spoken(seller, buyer)
            .with(
                "parties",
                Deal.parties(
                    Deal.party("seller", seller),
                    Deal.party("buyer", buyer),
                    Deal.party("mediator", mediator)))
            .json());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    this.id = made.member("contract_id");
  }

  static Map<String, String> settings(String releaseDelay) {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("ESCROW", "on");
    settings.put("WEBHOOK_TOKEN", TOKEN);
    settings.put("API_KEY", ADMIN);
    settings.put("RELEASE_DELAY", releaseDelay);
    settings.put("RATE_LIMIT_CREATE", "off");
    settings.put("RATE_LIMIT_CONFIRM", "off");
    settings.put("RATE_LIMIT_OTP", "off");
    settings.put("RATE_LIMIT_DEFAULT", "off");
    return settings;
  }

  /** All have confirmed by SMS. */
  static Purse confirmed(Api api, PhoneRange phones) {
    Purse purse = new Purse(api, phones);
    Stream.of(purse.seller, purse.buyer, purse.mediator)
        .forEach(phone -> purse.sms(phone, "YES-" + purse.id));
    return purse;
  }

  /** The whole price is held. */
  static Purse full(Api api, PhoneRange phones) {
    Purse purse = confirmed(api, phones);
    String payment = purse.pay("350000");
    purse.awaitPayment(payment, "locked");
    return purse;
  }

  void sms(String from, String text) {
    Answer answer = api.form(
        "/api/v1/sms/webhook/" + TOKEN,
        Map.of("id", UUID.randomUUID().toString(), "from", from, "to", "21512", "text", text));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  Answer checkout(String amount, String... headers) {
    return api.post("/api/v1/payments/checkout", order(amount, buyer), headers);
  }

  String order(String amount, String phone) {
    return "{\"contract_id\": \"" + id + "\", \"amount\": " + amount + ", \"phone_number\": \""
        + phone + "\", \"currency\": \"KES\", \"payment_type\": \"escrow\"}";
  }

  /** The buyer is asked, and types the PIN. */
  String pay(String amount) {
    Answer asked = checkout(amount);
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    answerPrompt(asked.member("transaction_id"), "approve");
    return asked.member("payment_id");
  }

  void answerPrompt(String transaction, String how) {
    VoicePactServer.await("the prompt of " + transaction, () -> prompts().contains(transaction));
    Answer answered = api.post("/phone/prompts/" + transaction + "/" + how, "");
    assertThat(answered.status()).as(answered.text()).isEqualTo(204);
  }

  String prompts() {
    return api.get("/phone/prompts?phone_number=" + Api.encoded(buyer)).text();
  }

  JsonNode payment(String payment) {
    return api.get("/api/v1/payments/" + payment).json();
  }

  void awaitPayment(String payment, String status) {
    VoicePactServer.await(
        "payment " + payment + " is " + status,
        () -> payment(payment).path("status").asText().equals(status));
  }

  JsonNode money() {
    Answer answer = api.get("/api/v1/payments/contract/" + id);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** The only payment there is. */
  String onlyPayment() {
    assertThat(money().path("payments")).hasSize(1);
    return money().path("payments").get(0).path("payment_id").asText();
  }

  String status() {
    return api.contract(id).path("status").asText();
  }

  Answer decide(String payment, String how, String... headers) {
    return api.post(
        "/api/v1/payments/" + payment + "/" + how, "{\"reason\": \"both have said so\"}", headers);
  }

  /**
   * The provider's notice, which is nothing new where it came before.
   *
   * @param number another one for the same again
   */
  void notice(String transaction, String status, int number) {
    Map<String, String> notice =
        Map.of("transaction_id", transaction, "status", status, "number", "" + number);
    assertThat(api.form("/api/v1/payments/webhook/" + TOKEN, notice).status()).isEqualTo(200);
  }

  /** The provider contradicts itself until only people can say what became of it: its answers to questions do not. */
  void contradict(String payment, String transaction, String status) {
    String before = payment(payment).path("status").asText();
    for (int i = 0; i < 3; i++) {
      notice(transaction, status, i);
      awaitPayment(payment, before);
    }
    notice(transaction, status, 3);
    awaitPayment(payment, "in_review");
  }

  /** The first of two people says what became of it. */
  Answer settle(String payment, String body) {
    return api.post(settlement(payment), body, ADMINISTRATOR);
  }

  /** Somebody says what became of it. */
  Answer settle(String payment, Browser by, String body) {
    return by.post(settlement(payment), body);
  }

  private static String settlement(String payment) {
    return "/api/v1/payments/" + payment + "/settle";
  }

  /** What people say of a transaction whose money has moved. */
  static String moved(String transaction, String receipt) {
    return ("{\"transaction_id\": \"%s\", \"outcome\": \"moved\", \"receipt\": \"%s\","
            + " \"at\": \"2026-01-02T03:04:05Z\", \"reason\": \"the statement has it\"}")
        .formatted(transaction, receipt);
  }

  /** What people say of a transaction whose money is not where it was to go. */
  static String notMoved(String transaction) {
    return "{\"transaction_id\": \"%s\", \"outcome\": \"not_moved\", \"reason\": \"it came back\"}"
        .formatted(transaction);
  }

  /** The evidence of the contract holds, with the movements of its money in it. */
  void assertProofHolds() {
    Report report = CheckingProof.check(
        Proof.parse(api.get(path() + "/proof").bytes()),
        TrustedKeys.ofJwkSet(api.get("/api/v1/keys").text().getBytes(StandardCharsets.UTF_8)),
        OtherEvidence.NONE);
    assertThat(report.verdict()).as(report.conclusion()).isEqualTo(Report.Verdict.HOLDS);
  }

  String id() {
    return id;
  }

  String path() {
    return "/api/v1/contracts/" + id;
  }

  String seller() {
    return seller;
  }

  String buyer() {
    return buyer;
  }

  String mediator() {
    return mediator;
  }
}

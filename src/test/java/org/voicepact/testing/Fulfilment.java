package org.voicepact.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A contract of 100 bags between a seller, a buyer and a mediator, as it is carried out by REST. */
public final class Fulfilment {

  private final Api api;
  private final String seller;
  private final String buyer;
  private final String mediator;
  private final String id;

  private Fulfilment(Api api, PhoneRange phones) {
    this.api = api;
    this.seller = phones.next();
    this.buyer = phones.next();
    this.mediator = phones.next();
    Answer made = api.post(
        "/api/v1/contracts/create/manual",
        Deal.manual(seller, buyer)
            .with("quantity", "100")
            .with("unit", "\"bags\"")
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

  /** Nobody has answered yet. */
  public static Fulfilment pending(Api api, PhoneRange phones) {
    return new Fulfilment(api, phones);
  }

  /** All have confirmed. */
  public static Fulfilment active(Api api, PhoneRange phones) {
    Fulfilment contract = new Fulfilment(api, phones);
    Stream.of(contract.seller, contract.buyer, contract.mediator)
        .forEach(
            phone -> assertThat(api.act(contract.id, "confirm", phone).status()).isEqualTo(200));
    return contract;
  }

  public String id() {
    return id;
  }

  public String path() {
    return "/api/v1/contracts/" + id;
  }

  public String seller() {
    return seller;
  }

  public String buyer() {
    return buyer;
  }

  public String mediator() {
    return mediator;
  }

  /**
   * @param act the last part of the path
   * @param members besides the number, each with a comma before it
   */
  public Answer act(String act, String phone, String members, String... headers) {
    return api.post(
        path() + "/" + act, "{\"phone_number\": \"" + phone + "\"" + members + "}", headers);
  }

  public Answer deliver(String quantity) {
    return act("delivery", seller, ", \"quantity\": " + quantity);
  }

  public Answer deliverAll() {
    return act("delivery", seller, "");
  }

  /** Until the buyer was told of the last delivery, after which the contract stays as it is. */
  public void awaitNotice() {
    VoicePactServer.await("the buyer is told", () -> {
      JsonNode claims = shown().at("/delivery/claims");
      return claims.path(claims.size() - 1).has("accept_until");
    });
  }

  public Answer accept() {
    return act("accept", buyer, "");
  }

  public Answer dispute(String phone, String reason) {
    return act("dispute", phone, ", \"reason\": \"" + reason + "\"");
  }

  /** The mediator decides. */
  public Answer resolve(String outcome, String... headers) {
    return act("resolve", mediator, decision(outcome), headers);
  }

  /** Members that say how a dispute is decided, with a comma before them. */
  public static String decision(String outcome) {
    return ", \"outcome\": \"" + outcome + "\", \"reason\": \"both have agreed\"";
  }

  /** An administrator decides. */
  public Answer resolveByOperator(String outcome, String... headers) {
    return api.post(path() + "/resolve", "{" + decision(outcome).substring(2) + "}", headers);
  }

  public JsonNode shown() {
    return api.contract(id);
  }

  public String status() {
    return shown().path("status").asText();
  }

  /** Signs in with a number by the code that it is sent. */
  public static String[] token(Api api, VoicePactServer server, String phone) {
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + phone + "\"}");
    String code = SentCodes.await(server, phone, 1);
    String token = api.post(
            "/api/v1/auth/otp/verify",
            "{\"phone_number\": \"" + phone + "\", \"code\": \"" + code + "\"}")
        .member("access_token");
    return new String[] {"Authorization", "Bearer " + token};
  }
}

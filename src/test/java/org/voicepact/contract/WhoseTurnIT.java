package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Lists are narrowed to those contracts where it is somebody's turn. What a contract itself says of that is the measure. */
@OnSharedServer
class WhoseTurnIT {

  private static final PhoneRange PHONES = new PhoneRange(9950);
  private static final List<String> TURNS =
      List.of("buyer", "seller", "mediator", "witness", "office");

  private final Api api;
  private final VoicePactServer server;

  WhoseTurnIT(Api api, VoicePactServer server) {
    this.api = api;
    this.server = server;
  }

  private Answer list(String phone, String query) {
    return api.get("/api/v1/contracts?phone_number=" + Api.encoded(phone) + query);
  }

  /** The filters that let the one contract of a number through. */
  private List<String> turns(String phone) {
    return TURNS.stream()
        .filter(turn -> list(phone, "&waits_for=" + turn).json().path("total").intValue() == 1)
        .toList();
  }

  private void assertTurns(String phone, String... turns) {
    JsonNode waiting = list(phone, "").json().at("/contracts/0/waits_for");
    List<String> roles = StreamSupport.stream(waiting.path("roles").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
    assertThat(waiting.isMissingNode()).isEqualTo(turns.length == 0);
    assertThat(turns(phone))
        .containsExactly(turns)
        .containsExactlyInAnyOrderElementsOf(
            roles.isEmpty() && turns.length > 0 ? List.of("office") : roles);
  }

  @Test
  void theTurnIsFollowedFromTheFirstAnswerToTheDecision() {
    Fulfilment contract = Fulfilment.pending(api, PHONES);
    String phone = contract.seller();
    assertTurns(phone, "buyer", "seller", "mediator");
    api.act(contract.id(), "confirm", contract.seller());
    assertTurns(phone, "buyer", "mediator");
    api.act(contract.id(), "confirm", contract.buyer());
    api.act(contract.id(), "confirm", contract.mediator());
    assertTurns(phone, "seller");
    contract.deliver("40");
    assertTurns(phone, "buyer");
    contract.accept();
    assertTurns(phone, "seller");
    contract.deliverAll();
    assertTurns(phone, "buyer");
    contract.dispute(contract.buyer(), "half of it is wet");
    assertTurns(phone, "mediator");
    contract.resolveByOperator("completed", Administrator.of(server));
    assertTurns(phone);
  }

  @Test
  void theOfficeDecidesWhereThereIsNoMediator() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    String id = api.newContract(seller, buyer);
    Stream.of(seller, buyer).forEach(phone -> api.act(id, "confirm", phone));
    api.act(id, "dispute", buyer, "\"reason\": \"nothing came\"");

    assertTurns(seller, "office");
  }

  @Test
  void pagesStayWhole() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    String last = api.newContract(seller, buyer);
    api.act(api.newContract(seller, buyer), "confirm", seller);
    String first = api.newContract(seller, buyer);

    Answer page = list(seller, "&waits_for=SELLER&limit=1");
    Answer next = list(seller, "&waits_for=seller&limit=1&cursor=" + page.member("next_cursor"));

    assertThat(page.json().path("total").intValue()).isEqualTo(2);
    assertThat(page.json().at("/contracts/0/contract_id").asText()).isEqualTo(first);
    assertThat(next.json().at("/contracts/0/contract_id").asText()).isEqualTo(last);
    assertThat(next.json().has("next_cursor")).isFalse();
    assertProblem(
        list(seller, "&waits_for=buyer&limit=1&cursor=" + page.member("next_cursor")), 400, seller);
  }

  @Test
  void whoIsNoPartOfContractsIsRefusedByName() {
    Answer answer = api.get("/api/v1/contracts?waits_for=nobody");

    assertProblem(answer, 422);
    assertThat(answer.faults()).containsExactly("waits_for");
  }
}

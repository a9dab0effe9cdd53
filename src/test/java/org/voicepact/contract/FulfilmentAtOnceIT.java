package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** What happens at the same instant to a contract that is carried out has one outcome. */
@OnSharedServer
class FulfilmentAtOnceIT {

  private static final PhoneRange PHONES = new PhoneRange(5500);
  private static final int ROUNDS = 5;

  private final Api api;
  private final VoicePactServer server;

  FulfilmentAtOnceIT(Api api, VoicePactServer server) {
    this.api = api;
    this.server = server;
  }

  private static List<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).toList();
  }

  @Test
  void theSameClaimIsRecordedOnce() {
    Fulfilment contract = Fulfilment.active(api, PHONES);

    List<Answer> answers = AtOnce.run(Collections.nCopies(6, () -> contract.deliver("40")));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(contract.shown().at("/delivery/claims")).hasSize(1);
    assertThat(api.signatures(contract.id())).hasSize(4);
  }

  @Test
  void ofTwoDifferentClaimsOneCounts() {
    for (int round = 0; round < ROUNDS; round++) {
      Fulfilment contract = Fulfilment.active(api, PHONES);

      List<Answer> answers =
          AtOnce.run(List.of(() -> contract.deliver("40"), () -> contract.deliver("50")));

      assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
      String counted = answers.get(0).status() == 200 ? "40" : "50";
      assertThat(contract.shown().at("/delivery/claims")).hasSize(1);
      assertThat(contract.shown().at("/delivery/claims/0/quantity").asText()).isEqualTo(counted);
    }
  }

  @Test
  void aClaimIsAcceptedOnce() {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    contract.deliver("40");

    List<Answer> answers = AtOnce.run(Collections.nCopies(6, contract::accept));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(contract.shown().at("/delivery/accepted_quantity").asText()).isEqualTo("40");
    assertThat(api.signatures(contract.id())).hasSize(5);
  }

  @Test
  void acceptanceAndDisputeExcludeEachOther() {
    for (int round = 0; round < ROUNDS; round++) {
      Fulfilment contract = Fulfilment.active(api, PHONES);
      contract.deliverAll();

      List<Answer> answers = AtOnce.run(
          List.of(contract::accept, () -> contract.dispute(contract.buyer(), "it is wet")));

      String end = contract.status();
      assertThat(end).isIn("completed", "disputed");
      assertThat(statuses(answers))
          .isEqualTo(end.equals("completed") ? List.of(200, 409) : List.of(409, 200));
      assertThat(api.signatures(contract.id())).hasSize(5);
    }
  }

  @Test
  void aDisputeIsDecidedOneWay() {
    String[] administrator = Administrator.of(server);
    for (int round = 0; round < ROUNDS; round++) {
      Fulfilment contract = Fulfilment.active(api, PHONES);
      contract.dispute(contract.seller(), "not paid");

      List<Answer> answers = AtOnce.run(List.of(
          () -> contract.resolveByOperator("completed", administrator),
          () -> contract.resolveByOperator("cancelled", administrator)));

      assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
      assertThat(contract.status())
          .isEqualTo(answers.get(0).status() == 200 ? "completed" : "cancelled");
    }
  }
}

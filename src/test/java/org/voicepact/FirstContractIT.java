package org.voicepact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.VoicePactServer;

/** The main job from end to end: a contract is made, one party says yes by REST, the other by SMS. */
@OnSharedServer
class FirstContractIT {

  @Test
  void aContractThatBothPartiesConfirmIsConfirmed(Api api, VoicePactServer server) {
    String seller = "+254712000101";
    String buyer = "+254712000102";
    String id = api.newContract(seller, buyer);

    assertThat(api.act(id, "confirm", seller).status()).isEqualTo(200);
    assertThat(api.sms(buyer, "Yes " + id + ".").status()).isEqualTo(200);

    Answer contract = api.get("/api/v1/contracts/" + id);
    assertThat(contract.member("status")).isEqualTo("active");
    VoicePactServer.await(
        "the buyer is told",
        () -> server.messagesTo("+2547****0102").stream()
            .anyMatch(text -> text.contains("CONFIRMED")));
  }
}

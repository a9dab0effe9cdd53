package org.voicepact.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;

/** With neither a secret nor a token set, a webhook is open to the same machine alone. */
@OnSharedServer
class OpenWebhookIT {

  private static final String PATH = "/api/v1/sms/webhook";

  @Test
  void aCallFromThisMachineCounts(Api api) {
    assertThat(api.form(PATH, Map.of("from", "MTN")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
  void aCallThroughAProxyDoesNot(String header, Api api) {
    Answer answer = api.form(PATH, Map.of("from", "MTN"), header, "for=127.0.0.1");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.member("detail"))
        .isEqualTo(
            "Webhooks are open to this machine alone until WEBHOOK_SECRET or WEBHOOK_TOKEN is set");
  }
}

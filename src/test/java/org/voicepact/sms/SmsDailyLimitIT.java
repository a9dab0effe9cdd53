package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** An installation sends no more in a day than its operator wants to pay for. */
class SmsDailyLimitIT {

  private static final PhoneRange PHONES = new PhoneRange(8700);

  @Test
  void whatIsOverTheLimitOfTheDayIsNotSentAndLaterNeither() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    Map<String, String> environment = Map.of("SMS_DAILY_LIMIT", "3");
    try (VoicePactServer server = VoicePactServer.start("sms-daily-limit", environment)) {
      Api api = Api.documented(server);
      String first = api.newContract(seller, buyer);
      String second = api.newContract(seller, buyer);
      server.awaitMessage(buyer, first);
      server.awaitMessage(seller, first);
      VoicePactServer.await("the third message has left", () -> sent(server) == 3);

      // Both messages of a contract are taken together, so the fourth is parked by now.
      server.restart(Map.of("SMS_DAILY_LIMIT", "4"));
      String last = PHONES.next();
      api.sms(last, "hello");
      server.awaitMessage(last, "did not understand");

      assertThat(sent(server)).isEqualTo(4);
      assertThat(api.sms(buyer, "YES-" + second).status()).isEqualTo(200);
      assertThat(api.signatures(second)).hasSize(1);
    }
  }

  private static long sent(VoicePactServer server) {
    return server.console().lines().filter(line -> line.contains("SMS to +")).count();
  }
}

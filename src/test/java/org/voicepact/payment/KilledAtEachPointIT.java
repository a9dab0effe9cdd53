package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.PaymentStandIn.Moment;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/**
 * The process is killed at each point of the way of money where something is kept or somebody is called, with a contract
 * of its own for each: the provider is told of each movement once, and the money arrives. Where the answer with the
 * provider’s number is lost, its notice brings that.
 */
class KilledAtEachPointIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final PhoneRange PHONES = new PhoneRange(6900);

  private final PaymentStandIn provider = new PaymentStandIn();
  private final Map<Moment, Purse> purses = new LinkedHashMap<>();

  @Test
  void noMovementIsToldTwice() throws Exception {
    try (provider;
        VoicePactServer server =
            VoicePactServer.start("killed-at-each-point", settings(provider))) {
      Api api = Api.undocumented(server);
      provider.tells(api);
      Purse unasked = Purse.confirmed(api, PHONES);
      unasked.checkout("350000");
      killed(server);
      Purse unpaid = activeOf(Purse.confirmed(api, PHONES));
      unpaid.sms(unpaid.seller(), "DELIVERED-" + unpaid.id());
      unpaid.sms(unpaid.buyer(), "ACCEPT-" + unpaid.id());
      killed(server);
      for (Moment moment : Moment.values()) {
        purses.put(moment, killedAt(moment, Purse.confirmed(api, PHONES), server));
      }
      endPatience(server);
      // Orders are taken in turn, so when the last one's money has moved, all others were taken up.
      Purse last = Purse.confirmed(api, PHONES);

      VoicePactServer.await("all is over", PATIENCE, () -> {
        Stream.of(unasked, last).forEach(KilledAtEachPointIT::goOn);
        purses.values().forEach(KilledAtEachPointIT::goOn);
        return Stream.concat(purses.values().stream(), Stream.of(unasked, unpaid, last))
            .allMatch(each -> status(each).equals("released"));
      });
      for (Purse purse : purses.values()) {
        assertToldOnce(purse);
      }
      assertToldOnce(unasked);
      assertToldOnce(unpaid);
      server.stop();
      Ledgers.assertWhole(server);
    }
  }

  private static Map<String, String> settings(PaymentStandIn provider) {
    Map<String, String> settings = new HashMap<>(Purse.settings("0"));
    settings.put("PAYMENT_PROVIDER", "africastalking");
    settings.put("AT_USERNAME", "sandbox");
    settings.put("AT_API_KEY", "a key of the stand-in");
    settings.put("AT_PAYMENTS_PRODUCT", "VoicePact");
    settings.put("AT_PAYMENTS_BASE_URL", provider.address().toString());
    return settings;
  }

  /** An order that a dead server had begun is left to it for two minutes; now they are over. */
  private static void endPatience(VoicePactServer server) throws SQLException {
    server.stop();
    try (Connection database = server.connect();
        Statement statement = database.createStatement()) {
      assertThat(statement.executeUpdate(
              "UPDATE money_order SET next_at = created_at WHERE state IN ('CALLING', 'TOLD')"))
          .isPositive();
    }
    server.launch();
    server.awaitReady();
  }

  private static void killed(VoicePactServer server) {
    server.kill();
    server.launch();
    server.awaitReady();
  }

  /** The provider kills the server in the middle of its call. */
  private Purse killedAt(Moment moment, Purse purse, VoicePactServer server) throws Exception {
    CountDownLatch isKilled = new CountDownLatch(1);
    provider.plan(moment, purse.id(), () -> {
      server.kill();
      isKilled.countDown();
    });
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!isKilled.await(100, TimeUnit.MILLISECONDS)) {
      assertThat(System.nanoTime()).as("%s comes", moment).isLessThan(end);
      goOn(purse);
    }
    server.launch();
    server.awaitReady();
    return purse;
  }

  private static Purse activeOf(Purse purse) {
    VoicePactServer.await("the contract is active", () -> {
      goOnPaying(purse);
      return purse.status().equals("active");
    });
    return purse;
  }

  /** What buyer and seller would do next; whatever was lost they do again. */
  private static void goOn(Purse purse) {
    try {
      goOnPaying(purse);
      if (purse.status().equals("active")) {
        purse.sms(purse.seller(), "DELIVERED-" + purse.id());
        purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
      }
    } catch (UncheckedIOException | AssertionError | IllegalStateException gone) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static void goOnPaying(Purse purse) {
    if (purse.status().equals("confirmed")) {
      purse.checkout("350000", "Idempotency-Key", purse.id());
    }
  }

  private static String status(Purse purse) {
    return purse.money().path("payments").path(0).path("status").asText();
  }

  private void assertToldOnce(Purse purse) {
    assertThat(provider.transactionsOf(purse.id()))
        .as(purse.id())
        .extracting(transaction -> transaction.path("category").asText())
        .doesNotHaveDuplicates();
    assertThat(purse.money().path("payments")).hasSize(1);
  }
}

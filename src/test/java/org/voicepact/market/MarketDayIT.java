package org.voicepact.market;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.ActionChain;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/**
 * A market day: 500 contracts between 1,200 telephones, answered, delivered, accepted and disputed by SMS and USSD in any
 * order, with repeats, in three languages. In the end every contract is what plain rules say.
 */
class MarketDayIT {

  private static final int STEPS = 5_000;

  private static VoicePactServer server;
  private static Api api;

  @BeforeContainer
  static void start() {
    server = VoicePactServer.start("market-day", Days.UNLIMITED);
    api = Api.undocumented(server);
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void inTheEndEveryContractIsWhatTheRulesSay(@ForAll("days") ActionChain<Market> day) {
    Market market = day.run();

    market.check();
    assertThat(market.statuses())
        .containsKeys("pending", "active", "completed", "disputed", "cancelled");
    System.out.println("A market day ended with " + market.statuses());
  }

  @Provide
  Arbitrary<ActionChain<Market>> days() {
    return Days.of(STEPS, random -> new Market(api, Days.CONTRACTS, Days.PHONES, random));
  }
}

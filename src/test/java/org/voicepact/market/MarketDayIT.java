package org.voicepact.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.voicepact.market.Step.What;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/**
 * A market day: 500 contracts between 1,200 telephones, answered, delivered, accepted and disputed by SMS and USSD in any
 * order, with repeats, in three languages. In the end every contract is what plain rules say.
 */
class MarketDayIT {

  private static final int CONTRACTS = 500;
  private static final int PHONES = 1_200;
  private static final int STEPS = 5_000;

  private static VoicePactServer server;
  private static Api api;

  @BeforeContainer
  static void start() {
    server = VoicePactServer.start(
        "market-day",
        Map.of(
            "RATE_LIMIT_CREATE", "off",
            "RATE_LIMIT_CONFIRM", "off",
            "RATE_LIMIT_DEFAULT", "off",
            "RATE_LIMIT_PROBE", "100000/day",
            "SMS_UNASKED_LIMIT", "off",
            "SMS_DAILY_LIMIT", "off"));
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
    return Arbitraries.longs()
        .flatMap(seed -> ActionChain.startWith(
                () -> new Market(api, CONTRACTS, PHONES, new Random(seed)))
            .withAction(new Perform())
            .withMaxTransformations(STEPS));
  }

  private static final class Perform implements Action.Independent<Market> {

    @Override
    public Arbitrary<Transformer<Market>> transformer() {
      Arbitrary<What> what = Arbitraries.frequency(
          Tuple.of(3, What.YES),
          Tuple.of(1, What.NO),
          Tuple.of(4, What.DELIVERED),
          Tuple.of(4, What.ACCEPT),
          Tuple.of(1, What.DISPUTE),
          Tuple.of(5, What.GO_ON),
          Tuple.of(3, What.MENU),
          Tuple.of(1, What.ASK),
          Tuple.of(2, What.CHATTER));
      Arbitrary<Integer> anyContract = Arbitraries.integers()
          .between(0, CONTRACTS - 1)
          .withDistribution(RandomDistribution.uniform());
      return Combinators.combine(what, anyContract, Arbitraries.longs())
          .as(Step::new)
          .map(step -> Transformer.mutate(step.toString(), market -> market.perform(step)));
    }
  }
}

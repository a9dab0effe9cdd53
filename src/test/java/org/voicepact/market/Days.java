package org.voicepact.market;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.voicepact.market.Step.What;

/** What may happen on a market day, in any order. */
final class Days {

  static final int CONTRACTS = 500;
  static final int PHONES = 1_200;

  /** The environment of a server on such a day: nobody is slowed down. */
  static final Map<String, String> UNLIMITED = Map.of(
      "RATE_LIMIT_CREATE", "off",
      "RATE_LIMIT_CONFIRM", "off",
      "RATE_LIMIT_DEFAULT", "off",
      "RATE_LIMIT_PROBE", "100000/day",
      "SMS_UNASKED_LIMIT", "off",
      "SMS_DAILY_LIMIT", "off");

  private Days() {}

  /**
   * @param opening makes the contracts, by what the random numbers choose
   */
  static Arbitrary<ActionChain<Market>> of(int steps, Function<Random, Market> opening) {
    return Arbitraries.longs()
        .flatMap(seed -> ActionChain.startWith(() -> opening.apply(new Random(seed)))
            .withAction(new Perform())
            .withMaxTransformations(steps));
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

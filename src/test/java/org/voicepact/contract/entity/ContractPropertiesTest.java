package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.STRANGER;
import static org.voicepact.contract.entity.ContractFixture.TIME_TO_ANSWER;
import static org.voicepact.contract.entity.ContractFixture.WITNESS;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.voicepact.platform.entity.PhoneNumber;

/** Whatever the parties do and in whatever order, a contract does what {@link ContractModel} says. */
class ContractPropertiesTest {

  private static final List<PhoneNumber> PHONES = List.of(SELLER, BUYER, WITNESS);

  enum Act {
    CONFIRM,
    DECLINE,
    CANCEL,
    AMEND,
    EXPIRE,
    ERASE
  }

  /**
   * One thing that somebody does.
   *
   * @param version which version is named: none, or so many before the current one
   */
  record Step(Act act, PhoneNumber phone, Optional<Integer> version, int hours) {}

  @Property
  void aContractFollowsItsRules(@ForAll("steps") @Size(max = 12) List<Step> steps) {
    Contract contract = ContractFixture.ofThree();
    ContractModel model = new ContractModel(PHONES, NOON.plus(TIME_TO_ANSWER));
    Instant now = NOON;
    for (Step step : steps) {
      now = now.plusSeconds(3600L * step.hours());
      Optional<Integer> named = step.version().map(back -> contract.version() - back);

      assertThat(onContract(contract, step, named, now))
          .isEqualTo(onModel(model, step, named, now));

      assertThat(contract.status().name()).isEqualTo(model.status());
      assertThat(contract.version()).isEqualTo(model.version());
      assertThat(contract.expiresAt()).isEqualTo(model.expiresAt());
      for (int i = 0; i < PHONES.size(); i++) {
        Party party = contract.parties().get(i);
        assertThat(party.confirmation().name()).isEqualTo(model.answerOf(PHONES.get(i)));
        assertThat(party.answeredAt().isPresent())
            .isEqualTo(party.confirmation() != Confirmation.PENDING);
      }
    }
  }

  @Property
  void noTwoStatesOfAContractHaveTheSameTag(@ForAll("steps") @Size(max = 12) List<Step> steps) {
    Contract contract = ContractFixture.ofThree();
    Set<String> tags = new HashSet<>(Set.of(contract.stateTag()));
    Instant now = NOON;
    for (Step step : steps) {
      now = now.plusSeconds(3600L * step.hours());
      String stateBefore = state(contract);
      String tagBefore = contract.stateTag();

      onContract(contract, step, step.version().map(back -> contract.version() - back), now);

      if (state(contract).equals(stateBefore)) {
        assertThat(contract.stateTag()).isEqualTo(tagBefore);
      } else {
        assertThat(tags.add(contract.stateTag()))
            .as("a new tag, not %s", contract.stateTag())
            .isTrue();
      }
    }
  }

  @Property
  void aContractIsConfirmedExactlyWhenEveryPartyHasConfirmed(
      @ForAll("steps") @Size(max = 12) List<Step> steps) {
    Contract contract = ContractFixture.ofThree();
    for (Step step : steps) {
      onContract(contract, step, Optional.empty(), NOON);

      boolean all =
          contract.answers(Confirmation.CONFIRMED) == contract.parties().size();
      assertThat(contract.status() == ContractStatus.CONFIRMED).isEqualTo(all);
      assertThat(contract.confirmedAt().isPresent()).isEqualTo(all);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Act> acts = Arbitraries.frequency(
        Tuple.of(6, Act.CONFIRM),
        Tuple.of(1, Act.DECLINE),
        Tuple.of(1, Act.CANCEL),
        Tuple.of(2, Act.AMEND),
        Tuple.of(1, Act.EXPIRE),
        Tuple.of(1, Act.ERASE));
    Arbitrary<PhoneNumber> phones =
        Arbitraries.of(SELLER, BUYER, WITNESS, SELLER, BUYER, WITNESS, STRANGER);
    Arbitrary<Optional<Integer>> versions =
        Arbitraries.of(Optional.empty(), Optional.of(0), Optional.of(1), Optional.of(-1));
    Arbitrary<Integer> hours = Arbitraries.of(0, 0, 1, 10);
    return Combinators.combine(acts, phones, versions, hours).as(Step::new).list();
  }

  private static String onContract(
      Contract contract, Step step, Optional<Integer> named, Instant now) {
    try {
      return switch (step.act()) {
        case CONFIRM -> contract.confirm(step.phone(), named, now).name();
        case DECLINE -> contract.decline(step.phone(), named, now).name();
        case CANCEL ->
          contract.cancel(step.phone(), Optional.empty(), "a reason", now).name();
        case AMEND -> "VERSION " + contract.amend(step.phone(), now, now.plus(TIME_TO_ANSWER));
        case EXPIRE -> {
          contract.expire(now);
          yield "EXPIRED NOW";
        }
        case ERASE -> contract.erasePersonalData(now) ? "ERASED" : "ERASED BEFORE";
      };
    } catch (ContractRefusal refusal) {
      return refusal.reason().name();
    } catch (IllegalStateException tooEarly) {
      return "TOO EARLY";
    }
  }

  private static String onModel(
      ContractModel model, Step step, Optional<Integer> named, Instant now) {
    return switch (step.act()) {
      case CONFIRM -> model.confirm(step.phone(), named);
      case DECLINE -> model.decline(step.phone(), named);
      case CANCEL -> model.cancel(step.phone());
      case AMEND -> model.amend(step.phone(), now.plus(TIME_TO_ANSWER));
      case EXPIRE -> model.expire(now);
      case ERASE -> model.erase();
    };
  }

  private static String state(Contract contract) {
    return contract.status()
        + " "
        + contract.version()
        + " "
        + contract.expiresAt()
        + " "
        + contract.parties().stream()
            .map(party -> party.confirmation() + "@" + party.answeredAt())
            .toList()
        + " "
        + contract.personalDataErasedAt();
  }
}

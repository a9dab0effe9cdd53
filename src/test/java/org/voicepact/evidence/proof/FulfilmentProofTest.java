package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.voicepact.evidence.proof.SampleLog.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;

/** What a proof may say of deliveries and disputes, and what does not follow from what was before. */
class FulfilmentProofTest {

  private static final String ID = "AG-2026-000001";
  private static final int SELLER = 0;
  private static final int BUYER = 1;
  private static final int MEDIATOR = 2;
  private static final Consumer<ObjectNode> AS_IT_IS = document -> {};

  private final SampleLog log = new SampleLog();
  private final SampleContract contract = SampleContract.withMediator(log, ID);

  private Report report() {
    return Checks.check(contract.proof(), log.fingerprint());
  }

  private static void activate(SampleContract contract) {
    contract.create();
    contract.confirm(SELLER);
    contract.confirm(BUYER);
    contract.confirm(MEDIATOR);
    contract.become("confirmed");
    contract.tell("system", "contract.activated", data("status", "active"));
  }

  private static void claim(SampleContract contract, String number, String quantity) {
    contract.act(
        SELLER,
        "delivery",
        "delivery.claimed",
        data("claim", number, "quantity", quantity),
        AS_IT_IS);
  }

  private static void accept(SampleContract contract, String number, String quantity) {
    contract.act(
        BUYER,
        "acceptance",
        "delivery.accepted",
        data("claim", number, "quantity", quantity),
        AS_IT_IS);
  }

  private static void dispute(SampleContract contract) {
    contract.decide(BUYER, "dispute", "contract.disputed", data("status", "disputed"), "disputed");
  }

  @Test
  void aContractIsCarriedOutInParts() {
    activate(contract);
    claim(contract, "1", "40");
    accept(contract, "1", "40");
    claim(contract, "2", "60");
    contract.tell(
        "system", "delivery.accepted", data("claim", "2", "quantity", "60", "silently", "true"));
    contract.tell("system", "contract.completed", data("status", "completed"));

    assertThat(report().verdict()).as(report().conclusion()).isEqualTo(Verdict.HOLDS);
    assertThat(report().checks())
        .anyMatch(
            line -> line.startsWith("statement 4: delivery of version 1 by the seller, claim 1,"
                + " quantity 40, sms, gateway"));
  }

  @Test
  void theMediatorDecides() {
    activate(contract);
    dispute(contract);
    contract.decide(
        MEDIATOR,
        "resolution",
        "contract.resolved",
        data("status", "cancelled", "outcome", "cancelled"),
        "cancelled");

    assertThat(report().verdict()).as(report().conclusion()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void anAdministratorDecidesWithoutAStatement() {
    activate(contract);
    claim(contract, "1", "100");
    dispute(contract);
    contract.tell("key:root", "contract.resolved", data("status", "completed"));

    assertThat(report().verdict()).as(report().conclusion()).isEqualTo(Verdict.HOLDS);
  }

  private static Arguments story(String reason, Consumer<SampleContract> told) {
    return arguments(reason, told);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        story("entry 2: it needs a contract that is confirmed; this one is pending", c -> {
          c.create();
          c.tell("system", "contract.activated", data("status", "active"));
        }),
        story("entry 2: it needs a contract that is active; this one is pending", c -> {
          c.create();
          claim(c, "1", "40");
        }),
        story("entry 7: it is not the next delivery", c -> {
          activate(c);
          claim(c, "2", "40");
        }),
        story("entry 8: it is not the next delivery", c -> {
          activate(c);
          claim(c, "1", "40");
          claim(c, "2", "40");
        }),
        story("entry 7: it is not the delivery that waits", c -> {
          activate(c);
          accept(c, "1", "40");
        }),
        story("entry 9: it is not the delivery that waits", c -> {
          activate(c);
          claim(c, "1", "40");
          accept(c, "1", "40");
          accept(c, "1", "40");
        }),
        story("entry 8: nothing was accepted that would complete it", c -> {
          activate(c);
          claim(c, "1", "40");
          c.tell("system", "contract.completed", data("status", "completed"));
        }),
        story("entry 8: /silently: is missing", c -> {
          activate(c);
          claim(c, "1", "40");
          c.tell("system", "delivery.accepted", data("claim", "1", "quantity", "40"));
        }),
        story("entry 7: it needs a contract that is disputed; this one is active", c -> {
          activate(c);
          c.tell("key:root", "contract.resolved", data("status", "completed"));
        }),
        story("entry 8: it cannot make the contract active", c -> {
          activate(c);
          dispute(c);
          c.tell("key:root", "contract.resolved", data("status", "active"));
        }),
        story("statement 4: a buyer cannot make such a statement", c -> {
          activate(c);
          c.act(BUYER, "delivery", "delivery.claimed", data("claim", "1"), AS_IT_IS);
        }),
        story("statement 4: it tells of another delivery or outcome than its entry", c -> {
          activate(c);
          c.act(
              SELLER,
              "delivery",
              "delivery.claimed",
              data("claim", "1", "quantity", "40"),
              statement -> statement.put("quantity", "4"));
        }),
        story("statement 4: /claim: is missing", c -> {
          activate(c);
          c.act(
              SELLER,
              "delivery",
              "delivery.claimed",
              data("claim", "1"),
              statement -> statement.remove("claim"));
        }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatDoesNotFollowIsRefused(String reason, Consumer<SampleContract> told) {
    told.accept(contract);

    assertThat(report().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report().conclusion()).isEqualTo("FAILED: " + reason);
  }
}

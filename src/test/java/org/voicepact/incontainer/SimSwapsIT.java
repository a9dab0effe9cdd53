package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.control.CheckingSimSwap;
import org.voicepact.payment.control.LookingForSimSwap;
import org.voicepact.payment.control.PayoutCheck.Finding;
import org.voicepact.payment.control.SimSwapCheck;
import org.voicepact.payment.control.SimSwaps;
import org.voicepact.payment.entity.SimSwap;
import org.voicepact.payment.entity.SimSwapNotice;
import org.voicepact.payment.entity.SimSwapReply;
import org.voicepact.payment.entity.SimSwapState;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;

/** What is kept of questions about the cards of numbers. Each test is one transaction that is rolled back. */
@InContainer
class SimSwapsIT {

  @Inject
  private SimSwaps swaps;

  @Inject
  private CheckingSimSwap checking;

  @Inject
  private EntityManager entities;

  @Inject
  private UserTransaction transaction;

  @Inject
  private Clock clock;

  private final PhoneNumber phone = Samples.newPhone();
  private final String reference = "ATSwpid_" + phone.e164().substring(1);
  private Instant begin;

  @Deployment
  static WebArchive application() {
    return Deployments.with(SimSwapsIT.class, Samples.class);
  }

  @BeforeEach
  void begin() throws Exception {
    transaction.begin();
    begin = clock.instant();
  }

  @AfterEach
  void rollBack() throws Exception {
    transaction.rollback();
  }

  @Test
  void aQuestionIsWaitedForUntilItsAnswerIsHere() {
    assertEquals(new SimSwapState.NotAsked(), state());
    String question = swaps.asked(phone);
    assertTrue(waiting().isAskedOfNobody());
    swaps.taken(question, reference);
    assertFalse(waiting().isAskedOfNobody());
    assertFalse(waiting().since().isBefore(begin));

    assertTrue(checking.answered(
        Json.read("{\"status\": \"NotSwapped\", \"requestId\": \"" + reference + "\"}")));

    assertEquals(new SimSwapState.Unchanged(), state());
    assertEquals(new SimSwapState.NotAsked(), checking.state(Samples.newPhone(), begin));
  }

  @Test
  void anAnswerThatOvertakesTheReplyIsNotForgotten() {
    String question = swaps.asked(phone);
    swaps.answered(reference, new SimSwap.Found(Optional.of(clock.instant())));
    assertTrue(waiting().isAskedOfNobody());

    swaps.taken(question, reference);

    assertTrue(state() instanceof SimSwapState.Replaced);
  }

  @Test
  void aRepeatChangesNothingAndOnlyASwapIsBelievedLater() {
    swaps.taken(swaps.asked(phone), reference);
    swaps.answered(reference, new SimSwap.None());
    swaps.answered(reference, new SimSwap.Unknown());
    assertEquals(new SimSwapState.Unchanged(), state());

    swaps.answered(reference, new SimSwap.Found(Optional.empty()));
    swaps.answered(reference, new SimSwap.Found(Optional.of(Instant.EPOCH)));
    swaps.answered(reference, new SimSwap.None());

    assertEquals(new SimSwapState.Replaced(Optional.empty()), state());
  }

  @Test
  void whatIsNoAnswerIsNotKept() {
    assertFalse(checking.answered(Json.read("{\"status\": \"Swapped\"}")));
  }

  @Test
  void whatIsAMonthOldIsForgottenAndEarlierQuestionsDoNotCount() {
    swaps.asked(phone);
    entities.flush();
    entities
        .createNativeQuery("UPDATE sim_swap_question SET asked_at = ?1")
        .setParameter(1, Timestamp.from(begin.minus(Duration.ofDays(31))))
        .executeUpdate();
    entities.clear();
    assertEquals(new SimSwapState.NotAsked(), state());
    assertEquals(1, swaps.questions(phone, Instant.EPOCH).size());

    swaps.asked(phone);

    assertEquals(1, swaps.questions(phone, Instant.EPOCH).size());
  }

  @Test
  void moneyWaitsForTheAnswersAboutAllNumbers() {
    PhoneNumber other = Samples.newPhone();
    Network network = new Network(new SimSwapReply.NoAnswer("away"));
    LookingForSimSwap looking = looking("on", network);

    assertTrue(looking.look(List.of(phone, other)) instanceof Finding.NoAnswer);
    network.reply = new SimSwapReply.AnswersLater(reference);
    assertTrue(looking.look(List.of(phone)) instanceof Finding.NoAnswer);
    network.reply = new SimSwapReply.Answered(new SimSwap.None());
    assertTrue(looking.look(List.of(phone, other)) instanceof Finding.NoAnswer);
    assertEquals(List.of(phone, other, phone, other), network.asked);

    swaps.answered(reference, new SimSwap.None());
    assertEquals(new Finding.Clear(), looking.look(List.of(phone, other, phone)));
    assertEquals(4, network.asked.size());
  }

  @Test
  void aReplacedCardIsForAPerson() {
    Network network = new Network(new SimSwapReply.Answered(new SimSwap.Found(Optional.of(begin))));
    LookingForSimSwap looking = looking("on", network);

    assertTrue(looking.look(List.of(phone)) instanceof Finding.Doubtful);
    network.reply = new SimSwapReply.NoAnswer("away");
    assertTrue(looking.look(List.of(Samples.newPhone(), phone)) instanceof Finding.Doubtful);
    network.reply = new SimSwapReply.Answered(new SimSwap.Unknown());
    assertTrue(looking.look(List.of(Samples.newPhone())) instanceof Finding.Doubtful);
  }

  @Test
  void nobodyIsAskedWhereItIsOff() {
    Network network = new Network(new SimSwapReply.NoAnswer("away"));

    assertEquals(new Finding.Clear(), looking("off", network).look(List.of(phone)));
    assertTrue(network.asked.isEmpty());
  }

  private LookingForSimSwap looking(String setting, Network network) {
    return new LookingForSimSwap(new CheckingSimSwap(setting, network, swaps, clock), clock);
  }

  /** Answers as the test wants. Its constructor keeps the container from making one. */
  private static final class Network implements SimSwapCheck {

    private final List<PhoneNumber> asked = new ArrayList<>();
    private SimSwapReply reply;

    private Network(SimSwapReply reply) {
      this.reply = reply;
    }

    @Override
    public List<String> faults() {
      return List.of();
    }

    @Override
    public SimSwapReply ask(PhoneNumber number) {
      asked.add(number);
      return reply;
    }

    @Override
    public Optional<SimSwapNotice> read(JsonNode notice) {
      return Optional.empty();
    }
  }

  private SimSwapState.Waiting waiting() {
    return (SimSwapState.Waiting) state();
  }

  private SimSwapState state() {
    entities.flush();
    entities.clear();
    return checking.state(phone, begin);
  }
}

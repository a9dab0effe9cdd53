package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CommitTurnsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  @AfterEach
  void endThreads() {
    threads.forEach(Thread::interrupt);
  }

  private Thread begin(Runnable call) {
    Thread thread = new Thread(call);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return thread;
  }

  private static void awaitState(Thread thread, Thread.State state) throws InterruptedException {
    while (thread.getState() != state) {
      assertThat(thread.isAlive()).as("it did not wait").isTrue();
      Thread.sleep(1);
    }
  }

  private static CommitTurns turns(Duration gathering, int open) {
    CommitTurns turns = new CommitTurns(gathering, LONG);
    for (int i = 0; i < open; i++) {
      turns.opened();
    }
    return turns;
  }

  @Test
  void theOnlyTransactionThatIsOpenCommitsAtOnce() {
    turns(LONG, 1).beginCommit();
  }

  @Test
  void aCommitGathersWithTheOthersThatAreOpen() throws Exception {
    CommitTurns turns = turns(LONG, 2);
    Thread first = begin(turns::beginCommit);
    awaitState(first, Thread.State.TIMED_WAITING);

    turns.beginCommit();

    first.join();
  }

  @Test
  void whoeverEndsOtherwiseIsNotWaitedFor() throws Exception {
    CommitTurns turns = turns(LONG, 2);
    Thread committing = begin(turns::beginCommit);
    awaitState(committing, Thread.State.TIMED_WAITING);

    turns.closed();

    committing.join();
  }

  @Test
  void gatheringHasAnEnd() {
    turns(SHORT, 2).beginCommit();
  }

  @Test
  void statementsGoOnWhileCommitsGather() throws Exception {
    CommitTurns turns = turns(LONG, 2);
    awaitState(begin(turns::beginCommit), Thread.State.TIMED_WAITING);

    turns.beginStatement();
  }

  @Test
  void aStatementWaitsForTheEndOfCommits() throws Exception {
    CommitTurns turns = turns(LONG, 1);
    turns.beginCommit();
    Thread statement = begin(turns::beginStatement);
    awaitState(statement, Thread.State.WAITING);

    turns.endCommit();

    statement.join();
  }

  @Test
  void aStatementThatComesAfterTheGatheringWaitsForTheCommit() throws Exception {
    CommitTurns turns = turns(LONG, 1);
    turns.beginStatement();
    Thread committing = begin(turns::beginCommit);
    awaitState(committing, Thread.State.TIMED_WAITING);
    Thread statement = begin(turns::beginStatement);
    awaitState(statement, Thread.State.WAITING);

    turns.endStatement();
    committing.join();
    turns.endCommit();

    statement.join();
  }

  @Test
  void whoIsInterruptedCommitsAndStaysInterrupted() throws Exception {
    CommitTurns turns = turns(LONG, 1);
    turns.beginStatement();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread committing = begin(() -> {
      turns.beginCommit();
      interrupted.complete(Thread.currentThread().isInterrupted());
    });
    awaitState(committing, Thread.State.TIMED_WAITING);

    committing.interrupt();
    turns.endStatement();

    assertThat(interrupted.get()).isTrue();
  }

  /** A statement goes on that waits for a row: nobody may commit but by the end of the patience. */
  @Test
  void whoeverHasGatheredGoesWithTheFirstWhoseTimeIsUp() throws Exception {
    CommitTurns turns = new CommitTurns(SHORT, Duration.ofSeconds(3));
    turns.opened();
    turns.opened();
    turns.beginStatement();
    Thread first = begin(turns::beginCommit);
    awaitState(first, Thread.State.TIMED_WAITING);
    Thread.sleep(1000);
    Thread second = begin(turns::beginCommit);
    awaitState(second, Thread.State.TIMED_WAITING);

    first.join();
    second.join(800);

    assertThat(second.isAlive()).isFalse();
  }
}

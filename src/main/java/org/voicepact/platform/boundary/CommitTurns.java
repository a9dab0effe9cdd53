package org.voicepact.platform.boundary;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Statements that change rows and commits by turns: any number of either at a time, but never both. Commits gather
 * before their turn, because H2 stores by one write what was committed while it wrote: a commit waits for the other
 * transactions that are open, but not long.
 */
final class CommitTurns {

  private final long gathering;
  private final long patience;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition commitsMayBegin = lock.newCondition();
  private final Condition statementsMayBegin = lock.newCondition();

  private int open;
  private int statements;
  private int commits;
  private int waiting;
  private long waitingSince;

  /**
   * @param gathering how long a commit waits for other transactions to come to theirs
   * @param patience how long it then waits for statements that go on
   */
  CommitTurns(Duration gathering, Duration patience) {
    this.gathering = gathering.toNanos();
    this.patience = patience.toNanos();
  }

  /** A transaction is going to change its first row. */
  void opened() {
    lock.lock();
    try {
      open++;
    } finally {
      lock.unlock();
    }
  }

  void closed() {
    lock.lock();
    try {
      open--;
      wakeCommits();
    } finally {
      lock.unlock();
    }
  }

  void beginStatement() {
    lock.lock();
    try {
      while (commits > 0 || isDue()) {
        statementsMayBegin.awaitUninterruptibly();
      }
      statements++;
    } finally {
      lock.unlock();
    }
  }

  void endStatement() {
    lock.lock();
    try {
      statements--;
      wakeCommits();
    } finally {
      lock.unlock();
    }
  }

  /** Whatever statement still goes on at the end of the patience does not keep the commit any longer. */
  void beginCommit() {
    lock.lock();
    // A connection of an interrupted thread is still rolled back and closed; the wait has an end.
    boolean interrupted = Thread.interrupted();
    try {
      if (waiting++ == 0) {
        waitingSince = System.nanoTime();
      }
      wakeCommits();
      interrupted |= awaitTurn();
      waiting--;
      commits++;
      wakeCommits();
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean awaitTurn() {
    long begun = System.nanoTime();
    long waited = 0;
    boolean interrupted = false;
    while (!mayCommit() && waited < gathering + patience) {
      long next = isDue() ? gathering + patience : gathering;
      try {
        commitsMayBegin.awaitNanos(Math.max(next - waited, 1));
      } catch (InterruptedException e) {
        interrupted = true;
      }
      waited = System.nanoTime() - begun;
    }
    return interrupted;
  }

  void endCommit() {
    lock.lock();
    try {
      commits--;
      wakeStatements();
    } finally {
      lock.unlock();
    }
  }

  private boolean mayCommit() {
    return commits > 0 || (statements == 0 && isDue());
  }

  /** Statements that come now wait until those who have gathered have committed. */
  private boolean isDue() {
    return waiting > 0 && (waiting >= open || System.nanoTime() - waitingSince >= gathering);
  }

  private void wakeCommits() {
    if (waiting > 0 && mayCommit()) {
      commitsMayBegin.signalAll();
    }
  }

  private void wakeStatements() {
    if (commits == 0 && !isDue()) {
      statementsMayBegin.signalAll();
    }
  }
}

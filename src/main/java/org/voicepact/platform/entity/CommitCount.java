package org.voicepact.platform.entity;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A number that rises with each transaction that stores something in a database which only this process changes. Who has read
 * something, and finds the number as it was before, knows what a statement would find.
 */
public final class CommitCount implements LongSupplier {

  /** Under which name the server’s driver shows it (JMX), as the attribute {@code AsLong}: it is loaded apart from the application. */
  public static final String NAME = "org.voicepact:type=CommitCount";

  /** Instead of a count: something is being stored just now, or others change the database as well. */
  public static final long UNKNOWN = -1;

  private final AtomicLong begun;
  private final AtomicLong ended;
  private volatile boolean isShared;

  /** @param first from 0 on; higher than any count of this process before */
  public CommitCount(long first) {
    this.begun = new AtomicLong(first);
    this.ended = new AtomicLong(first);
  }

  /** What is stored from here on may be seen by others before {@link #end}, or not yet. */
  public void begin() {
    begun.incrementAndGet();
  }

  public void end() {
    ended.incrementAndGet();
  }

  /** Other processes change the database, too: nothing can be known any more. */
  public void share() {
    isShared = true;
  }

  /** The count, or {@link #UNKNOWN}. */
  @Override
  public long getAsLong() {
    // In this order: what begins in between makes it unknown, and what ends in between as well.
    long before = ended.get();
    return begun.get() == before && !isShared ? before : UNKNOWN;
  }
}

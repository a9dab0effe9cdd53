package org.voicepact.platform.control;

import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.voicepact.platform.entity.CommitCount;

/** Whether the database may be another than before, as far as the server’s driver knows. */
@Singleton
public class DatabaseChanges {

  private final LongSupplier count;

  public DatabaseChanges() {
    this(driversCount());
  }

  /** @param count as {@link CommitCount#getAsLong} */
  public DatabaseChanges(LongSupplier count) {
    this.count = count;
  }

  private static LongSupplier driversCount() {
    try {
      return JMX.newMBeanProxy(
          ManagementFactory.getPlatformMBeanServer(),
          new ObjectName(CommitCount.NAME),
          LongSupplier.class);
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was read.
   *
   * @param mark for {@link #isSameSince}
   */
  public record Marked<T>(T found, long mark) {}

  /** Reads something of which it is to be known later whether it would still be the same. */
  public <T> Marked<T> read(Supplier<T> statement) {
    // Before it: what is stored meanwhile may be found or not.
    long mark = mark();
    return new Marked<>(statement.get(), mark);
  }

  private long mark() {
    try {
      return count.getAsLong();
    } catch (UndeclaredThrowableException e) {
      // Another driver, which does not count.
      return CommitCount.UNKNOWN;
    }
  }

  /** Whether what was read with this mark is what would be read now. */
  public boolean isSameSince(long mark) {
    return mark != CommitCount.UNKNOWN && mark == mark();
  }
}

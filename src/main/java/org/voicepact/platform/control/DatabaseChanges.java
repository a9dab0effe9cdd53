package org.voicepact.platform.control;

import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
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

  /** To be kept with what is read after this. */
  public long mark() {
    return count.getAsLong();
  }

  /** Whether what was read after a mark is what would be read now. */
  public boolean isSameSince(long mark) {
    return mark != CommitCount.UNKNOWN && mark == mark();
  }
}

package org.voicepact.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Phone numbers for one test class. Their last four digits are used by no other, because those are all
 * that the log shows of the receiver of a message.
 */
public final class PhoneRange {

  private final AtomicInteger next;

  /**
   * @param first the last four digits of the first number
   */
  public PhoneRange(int first) {
    this.next = new AtomicInteger(first);
  }

  /** A number that no test has used yet, in E.164. */
  public String next() {
    return String.format("+25471200%04d", next.getAndIncrement());
  }

  /** The number as the API and the log show it. */
  public static String masked(String phone) {
    return phone.substring(0, 5) + "****" + phone.substring(phone.length() - 4);
  }
}

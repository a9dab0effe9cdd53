package org.voicepact.evidence.entity;

import java.util.function.Supplier;

/** Evidence that can be read and does not show what it must; the message is written for the reader of a report. */
public final class DoesNotHold extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as the first word of a report's last line says it. */
  public enum Kind {
    FAILED,
    /** The same installation has told two things that cannot both be true. */
    EQUIVOCATION,
    /** More has happened than the proof tells. */
    OUTDATED
  }

  private final Kind kind;

  private DoesNotHold(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public DoesNotHold(String message) {
    this(Kind.FAILED, message);
  }

  /**
   * @throws DoesNotHold with this message where the condition is not true
   */
  public static void unless(boolean condition, String message) {
    unless(condition, Kind.FAILED, message);
  }

  /**
   * @throws DoesNotHold with this message where the condition is not true
   */
  public static void unless(boolean condition, Kind kind, String message) {
    if (!condition) {
      throw new DoesNotHold(kind, message);
    }
  }

  /** The same, said of a part of what was checked. */
  public DoesNotHold of(String part) {
    return new DoesNotHold(kind, part + ": " + getMessage());
  }

  /**
   * Checks a part.
   *
   * @throws DoesNotHold with the name of the part before the message, also where the check finds it {@link NotThisFormat}
   */
  public static <T> T of(String part, Supplier<T> check) {
    try {
      return check.get();
    } catch (NotThisFormat e) {
      throw new DoesNotHold(part + ": " + e.getMessage());
    } catch (DoesNotHold e) {
      throw e.of(part);
    }
  }

  /** The same for a check that only finds faults. */
  public static void of(String part, Runnable check) {
    of(part, () -> {
      check.run();
      return part;
    });
  }

  /** As {@code FAILED: entry 3: its number must be 3}. */
  public String line() {
    return kind + ": " + getMessage();
  }
}

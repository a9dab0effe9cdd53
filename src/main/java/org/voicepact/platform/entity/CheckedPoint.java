package org.voicepact.platform.entity;

import java.util.Locale;

/**
 * One point of the self-check.
 *
 * @param name the setting or the thing that was looked at
 * @param detail what was found and, where the point is open, what to do; never a secret
 */
public record CheckedPoint(String name, Status status, String detail) {

  /** Whether an operator has still something to do. */
  public enum Status implements WireValue {
    OK,
    OPEN;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static CheckedPoint ok(String name, String detail) {
    return new CheckedPoint(name, Status.OK, detail);
  }

  public static CheckedPoint open(String name, String detail) {
    return new CheckedPoint(name, Status.OPEN, detail);
  }
}

package org.voicepact.platform.control;

import java.util.OptionalInt;

/** Reads settings that are whole numbers. */
public final class WholeNumberSetting {

  private static final String OFF = "off";

  private WholeNumberSetting() {}

  /**
   * @param name of the setting, for the message
   * @param least the smallest value that makes sense
   * @throws IllegalStateException where the value is no whole number, or too small or large
   */
  public static int read(String name, String value, int least) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, least);
    }
    throw wrong(name, least);
  }

  /**
   * Likewise for a limit that can be turned off.
   *
   * @return empty where the value is {@code off}
   */
  public static OptionalInt readOrOff(String name, String value, int least) {
    if (value.strip().equals(OFF)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(read(name, value, least));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + ", or " + OFF, e);
    }
  }

  private static IllegalStateException wrong(String name, int least) {
    return new IllegalStateException(name + " must be a whole number, " + least + " or more");
  }
}

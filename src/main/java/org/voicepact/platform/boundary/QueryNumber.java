package org.voicepact.platform.boundary;

import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.UnreadableInput;

/** Reads query parameters that are whole numbers. */
public final class QueryNumber {

  private QueryNumber() {}

  /**
   * @param text as it came; null or blank where there is none
   * @param absent the value where there is none
   * @throws UnreadableInput where it is no whole number
   * @throws InvalidInput where it is too small or too large
   */
  public static long read(String name, String text, long absent, long least, long most) {
    if (text == null || text.isBlank()) {
      return absent;
    }
    return inside(name, number(name, text), least, most);
  }

  /**
   * Likewise where there must be one.
   *
   * @throws InvalidInput also where there is none
   */
  public static long required(String name, String text, long least, long most) {
    if (text == null || text.isBlank()) {
      throw new InvalidInput(name, "is required");
    }
    return inside(name, number(name, text), least, most);
  }

  private static long inside(String name, long number, long least, long most) {
    if (number < least || number > most) {
      throw new InvalidInput(name, "must be from " + least + " to " + most);
    }
    return number;
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new UnreadableInput(name, "must be a whole number");
    }
  }
}

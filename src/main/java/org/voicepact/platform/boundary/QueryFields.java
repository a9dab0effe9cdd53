package org.voicepact.platform.boundary;

import java.util.Optional;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.UnreadableInput;
import org.voicepact.platform.entity.WireValue;

/** Reads the parameters of queries; one that is blank counts as absent. */
public final class QueryFields {

  private QueryFields() {}

  /**
   * @throws UnreadableInput where it has U+0000, which PostgreSQL keeps in no text
   */
  public static Optional<String> text(String value) {
    if (value != null && value.indexOf(0) >= 0) {
      throw new UnreadableInput("query", "must not contain U+0000");
    }
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /**
   * @throws InvalidInput where the value is none of the type's
   */
  public static <E extends Enum<E> & WireValue> Optional<E> value(
      String name, String value, Class<E> type) {
    Optional<String> text = text(value);
    Optional<E> known = text.flatMap(wire -> WireValue.of(type, wire));
    if (text.isPresent() && known.isEmpty()) {
      throw new InvalidInput(name, "must be one of: " + WireValue.allowed(type));
    }
    return known;
  }

  /**
   * @param text as it came; null or blank where there is none
   * @param absent the value where there is none
   * @throws UnreadableInput where it is no whole number
   * @throws InvalidInput where it is too small or too large
   */
  public static long number(String name, String text, long absent, long least, long most) {
    if (text(text).isEmpty()) {
      return absent;
    }
    return inside(name, parsed(name, text), least, most);
  }

  /**
   * Likewise where there must be one.
   *
   * @throws InvalidInput also where there is none
   */
  public static long requiredNumber(String name, String text, long least, long most) {
    if (text(text).isEmpty()) {
      throw new InvalidInput(name, "is required");
    }
    return inside(name, parsed(name, text), least, most);
  }

  private static long inside(String name, long number, long least, long most) {
    if (number < least || number > most) {
      throw new InvalidInput(name, "must be from " + least + " to " + most);
    }
    return number;
  }

  private static long parsed(String name, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new UnreadableInput(name, "must be a whole number");
    }
  }
}

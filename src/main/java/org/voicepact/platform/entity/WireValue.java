package org.voicepact.platform.entity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A value of an enumeration as the API spells it. */
public interface WireValue {

  @JsonValue
  String wire();

  /** The value with this spelling; upper and lower case are the same. */
  static <E extends Enum<E> & WireValue> Optional<E> of(Class<E> type, String wire) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.wire().equalsIgnoreCase(wire))
        .findFirst();
  }

  /** All spellings, for an error that says what is allowed. */
  static <E extends Enum<E> & WireValue> String allowed(Class<E> type) {
    return String.join(", ", all(type));
  }

  /** All spellings, in the order of the enumeration. */
  static <E extends Enum<E> & WireValue> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(WireValue::wire).toList();
  }
}

package org.voicepact.platform.control;

import java.util.Optional;

/** Reads settings that are {@code true} or {@code false}. */
public final class BooleanSetting {

  private BooleanSetting() {}

  /**
   * @param name of the setting, for the message
   * @throws IllegalStateException where the value is neither
   */
  public static boolean read(String name, Optional<String> value) {
    return switch (value.orElse("").strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalStateException(name + " must be one of: true, false");
    };
  }
}

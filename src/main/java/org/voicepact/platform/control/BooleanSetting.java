package org.voicepact.platform.control;

import java.util.Optional;

/** Reads settings that are {@code true} or {@code false}, or {@code on} or {@code off}. */
public final class BooleanSetting {

  private BooleanSetting() {}

  /**
   * @param name of the setting, for the message
   * @throws IllegalStateException where the value is neither
   */
  public static boolean read(String name, Optional<String> value) {
    return read(name, value.orElse("").strip(), "true", "false");
  }

  /**
   * Whether a setting is {@code on}.
   *
   * @param value as it is: blanks around it count
   * @throws IllegalStateException where the value is neither {@code on} nor {@code off}
   */
  public static boolean isOn(String name, String value) {
    return read(name, value, "on", "off");
  }

  private static boolean read(String name, String value, String yes, String no) {
    if (!value.equals(yes) && !value.equals(no)) {
      throw new IllegalStateException(name + " must be one of: " + yes + ", " + no);
    }
    return value.equals(yes);
  }
}

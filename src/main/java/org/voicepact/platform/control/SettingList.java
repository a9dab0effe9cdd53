package org.voicepact.platform.control;

import java.util.Arrays;
import java.util.List;

/** A setting that has several values. */
public final class SettingList {

  private SettingList() {}

  /** The parts of a list that is separated by commas, without blanks around them and without empty ones. */
  public static List<String> parts(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}

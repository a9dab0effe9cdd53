package org.voicepact.platform.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lets a bean with several settings name all that are wrong, not just the first. */
public final class SettingFaults {

  private final List<String> messages = new ArrayList<>();

  /** The setting's value; null where the reader threw an {@link IllegalStateException}, which is remembered. */
  public <T> T read(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalStateException e) {
      messages.add(e.getMessage());
      return null;
    }
  }

  /** Runs a check that throws an {@link IllegalStateException} where something is wrong, and remembers that. */
  public void run(Runnable check) {
    read(() -> {
      check.run();
      return null;
    });
  }

  /**
   * @throws IllegalStateException with a line for each fault, where there were any
   */
  public void check() {
    if (!messages.isEmpty()) {
      throw new IllegalStateException(String.join("\n", messages));
    }
  }
}

package org.voicepact.platform.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes every bean that reads settings and collects what is wrong with them. */
@Singleton
public class CheckingSettings {

  private final Instance<Configured> configured;

  @Inject
  public CheckingSettings(@Any Instance<Configured> configured) {
    this.configured = configured;
  }

  /** A message for each fault, in no particular order; empty where all is well. */
  public Set<String> faults() {
    Set<String> faults = new LinkedHashSet<>();
    for (Instance.Handle<Configured> handle : configured.handles()) {
      try {
        handle.get();
      } catch (RuntimeException e) {
        rootMessage(e).lines().forEach(faults::add);
      }
    }
    return faults;
  }

  /** The container wraps what a constructor throws. */
  private static String rootMessage(Throwable failure) {
    Throwable found = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException) {
        found = cause;
      }
    }
    return String.valueOf(found.getMessage());
  }
}

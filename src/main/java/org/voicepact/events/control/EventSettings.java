package org.voicepact.events.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.WholeNumberSetting;

/** How many may listen. */
@Singleton
public class EventSettings implements Configured {

  private final int connections;

  /**
   * @param connections at one server at a time, from 0 on
   * @throws IllegalStateException where it is something else
   */
  @Inject
  public EventSettings(@ConfigProperty(name = "EVENT_CONNECTIONS") String connections) {
    this.connections = WholeNumberSetting.read("EVENT_CONNECTIONS", connections, 0);
  }

  public int connections() {
    return connections;
  }
}

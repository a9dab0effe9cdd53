package org.voicepact.events.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** As many listen to this server as may. */
public final class NoMoreListeners extends Refusal {

  private static final long serialVersionUID = 1L;

  public NoMoreListeners() {
    super(Kind.UNAVAILABLE, "As many connections listen to this server as it allows", List.of());
  }
}

package org.voicepact.events.control;

import java.util.concurrent.CompletionStage;
import org.voicepact.events.entity.LiveEvent;

/** A connection to one who listens. The stages end when what was sent has left. */
public interface Line {

  CompletionStage<?> send(LiveEvent event);

  /** Something that means nothing, so that proxies keep the connection open. */
  CompletionStage<?> beat();

  boolean isClosed();

  void close();
}

package org.voicepact.events.boundary;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import org.voicepact.events.control.Line;
import org.voicepact.events.entity.LiveEvent;
import org.voicepact.platform.entity.Json;

/** A listener over server-sent events. */
final class SseLine implements Line {

  private static final long RECONNECT_AFTER_MILLISECONDS = 3000;

  private final SseEventSink sink;
  private final Sse sse;

  SseLine(SseEventSink sink, Sse sse) {
    this.sink = sink;
    this.sse = sse;
  }

  /** Sends the header, so that the listener knows at once that it listens. */
  void open() {
    sink.send(sse.newEventBuilder()
        .comment("listening")
        .reconnectDelay(RECONNECT_AFTER_MILLISECONDS)
        .build());
  }

  @Override
  public CompletionStage<?> send(LiveEvent event) {
    return sink.send(sse.newEventBuilder()
        .id(Long.toString(event.id()))
        .name(event.type().wire())
        .mediaType(MediaType.TEXT_PLAIN_TYPE)
        .data(String.class, Json.write(EventRepresentation.of(event)))
        .build());
  }

  @Override
  public CompletionStage<?> beat() {
    return sink.send(sse.newEventBuilder().comment("").build());
  }

  @Override
  public boolean isClosed() {
    return sink.isClosed();
  }

  @Override
  public void close() {
    sink.close();
  }
}

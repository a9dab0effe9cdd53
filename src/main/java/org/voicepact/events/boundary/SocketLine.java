package org.voicepact.events.boundary;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.voicepact.events.control.Line;
import org.voicepact.events.entity.LiveEvent;
import org.voicepact.platform.entity.Json;

/** A listener over WebSocket. */
final class SocketLine implements Line {

  private final Session session;

  SocketLine(Session session) {
    this.session = session;
  }

  CompletionStage<?> text(String text) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    session.getAsyncRemote().sendText(text, result -> {
      if (result.isOK()) {
        sent.complete(null);
      } else {
        sent.completeExceptionally(result.getException());
      }
    });
    return sent;
  }

  @Override
  public CompletionStage<?> send(LiveEvent event) {
    return text(Json.write(EventRepresentation.of(event)));
  }

  @Override
  public CompletionStage<?> beat() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
      return CompletableFuture.completedFuture(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isClosed() {
    return !session.isOpen();
  }

  @Override
  public void close() {
    try {
      session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "ended"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

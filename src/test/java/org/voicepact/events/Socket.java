package org.voicepact.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.voicepact.testing.VoicePactServer;

/** A WebSocket client. */
final class Socket implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private volatile int closed;
  private WebSocket socket;

  /**
   * @param headers names and values by turns
   */
  static Socket to(VoicePactServer server, String client, String... headers) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    Socket made = new Socket();
    URI address = URI.create("ws://localhost:" + server.port() + "/api/v1/ws/" + client);
    made.socket = builder.buildAsync(address, made).join();
    return made;
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try {
        messages.add(MAPPER.readTree(part.toString()));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed = code;
    return null;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  JsonNode await(String what, Predicate<JsonNode> wanted) {
    VoicePactServer.await(what, () -> messages.stream().anyMatch(wanted));
    return messages.stream().filter(wanted).findFirst().orElseThrow();
  }

  List<JsonNode> messages() {
    return messages;
  }

  /** The code with which the server closed it; 0 while it is open. */
  int closed() {
    return closed;
  }

  @Override
  public void close() {
    socket.abort();
  }
}

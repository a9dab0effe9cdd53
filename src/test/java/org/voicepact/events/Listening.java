package org.voicepact.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.voicepact.testing.VoicePactServer;

/** One who listens to server-sent events, as a browser does. */
final class Listening implements AutoCloseable {

  /** An event with its id. */
  record Event(String id, String name, JsonNode data) {

    boolean isOf(String contract) {
      return data.path("contract_id").asText().equals(contract);
    }

    String action() {
      return data.path("action").asText();
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpResponse<Stream<String>> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private Listening(HttpResponse<Stream<String>> response) {
    this.response = response;
    Thread reader = new Thread(this::read, "listening");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param headers names and values by turns
   */
  static Listening to(VoicePactServer server, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/events")).header("Accept", "text/event-stream");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return new Listening(HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(request.build(), BodyHandlers.ofLines()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (Stream<String> lines = response.body()) {
      String[] open = new String[3];
      lines.forEach(line -> {
        if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.startsWith("id:")) {
          open[0] = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          open[1] = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          open[2] = line.substring(5).strip();
        } else if (line.isEmpty() && open[2] != null) {
          events.add(new Event(open[0], open[1], json(open[2])));
          open[2] = null;
        }
      });
    } catch (UncheckedIOException | IllegalStateException e) {
      // The connection broke, or was closed before it was read.
    } finally {
      ended = true;
    }
  }

  private static JsonNode json(String data) {
    try {
      return MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  boolean hasEnded() {
    return ended;
  }

  List<String> comments() {
    return comments;
  }

  List<Event> about(String contract) {
    return events.stream().filter(event -> event.isOf(contract)).toList();
  }

  List<Event> all() {
    return events;
  }

  List<Event> await(String contract, String action) {
    VoicePactServer.await(
        action + " of " + contract,
        () -> about(contract).stream().anyMatch(event -> event.action().equals(action)));
    return about(contract);
  }

  @Override
  public void close() {
    response.body().close();
  }
}

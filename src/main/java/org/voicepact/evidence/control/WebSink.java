package org.voicepact.evidence.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts each head as {@code text/plain} to an address, which answers 2xx when it has kept it. */
final class WebSink implements CheckpointSink {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;

  WebSink(URI address) {
    this.address = address;
  }

  @Override
  public void keep(String note) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", "text/plain; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(note))
        .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IOException("it answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

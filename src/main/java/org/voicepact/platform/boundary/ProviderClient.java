package org.voicepact.platform.boundary;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * A provider's interface over HTTP. It is made with the first call, because a provider that is not chosen has no address.
 * Connecting and waiting are bounded, and there is no retry.
 *
 * @param <T> the interface, as MicroProfile Rest Client takes it; its methods return {@link Response}
 */
public final class ProviderClient<T> {

  private static final int SERVER_ERROR = 500;

  private final Class<T> type;
  private final Supplier<URI> address;
  private final int connectSeconds;
  private final int answerSeconds;
  private T client;

  public ProviderClient(
      Class<T> type, Supplier<URI> address, int connectSeconds, int answerSeconds) {
    this.type = type;
    this.address = address;
    this.connectSeconds = connectSeconds;
    this.answerSeconds = answerSeconds;
  }

  /** What came back, whatever its status. */
  public RawAnswer call(Function<T, Response> call) {
    try (Response response = call.apply(client())) {
      return RawAnswer.of(response);
    }
  }

  /**
   * The same of a provider whose own answers are never those of a server in trouble.
   *
   * @throws ProviderFailing where it is one of these; it counts for a circuit breaker
   */
  public RawAnswer callWorking(Function<T, Response> call) {
    RawAnswer answer = call(call);
    if (answer.status() >= SERVER_ERROR) {
      throw new ProviderFailing(answer.status());
    }
    return answer;
  }

  private synchronized T client() {
    if (client == null) {
      client = RestClientBuilder.newBuilder()
          .baseUri(address.get())
          .connectTimeout(connectSeconds, TimeUnit.SECONDS)
          .readTimeout(answerSeconds, TimeUnit.SECONDS)
          // The answers of the provider that are no 2xx are read as well.
          .property("microprofile.rest.client.disable.default.mapper", true)
          .build(type);
    }
    return client;
  }
}

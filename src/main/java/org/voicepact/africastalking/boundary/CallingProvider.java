package org.voicepact.africastalking.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.voicepact.africastalking.control.AfricasTalkingSettings;
import org.voicepact.platform.boundary.ProviderFailing;
import org.voicepact.platform.boundary.RawAnswer;

/**
 * One call of the provider, bounded in time and number. There is no retry here: a message whose answer was lost may
 * have been sent, and the provider knows no key by which it would know the repeat.
 */
@Singleton
public class CallingProvider {

  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 10;

  private final AfricasTalkingSettings settings;
  private Messaging client;

  @Inject
  public CallingProvider(AfricasTalkingSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = ANSWER_SECONDS + 1, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer call(Form message) {
    try (Response response = client().send(settings.apiKey(), message)) {
      RawAnswer answer = RawAnswer.of(response);
      if (answer.status() >= 500) {
        throw new ProviderFailing(answer.status());
      }
      return answer;
    }
  }

  private synchronized Messaging client() {
    if (client == null) {
      client = RestClientBuilder.newBuilder()
          .baseUri(settings.baseUrl())
          .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
          .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
          // The answers of the provider that are no 2xx are read as well.
          .property("microprofile.rest.client.disable.default.mapper", true)
          .build(Messaging.class);
    }
    return client;
  }
}

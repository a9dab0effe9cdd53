package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.voicepact.africastalking.control.InsightsSettings;
import org.voicepact.platform.boundary.ProviderFailing;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Json;

/** One question about a number, bounded in time and number: two of them are asked before money is paid. */
@Singleton
public class CallingInsights {

  private static final int CONNECT_SECONDS = 2;
  private static final int ANSWER_SECONDS = 4;

  private final InsightsSettings settings;
  private Insights client;

  @Inject
  public CallingInsights(InsightsSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = CONNECT_SECONDS + ANSWER_SECONDS + 1, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer ask(JsonNode request) {
    try (Response response = client().simSwap(settings.apiKey(), Json.write(request))) {
      RawAnswer answer = RawAnswer.of(response);
      if (answer.status() >= 500) {
        throw new ProviderFailing(answer.status());
      }
      return answer;
    }
  }

  private synchronized Insights client() {
    if (client == null) {
      client = RestClientBuilder.newBuilder()
          .baseUri(settings.baseUrl())
          .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
          .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
          // The answers of the provider that are no 2xx are read as well.
          .property("microprofile.rest.client.disable.default.mapper", true)
          .build(Insights.class);
    }
    return client;
  }
}

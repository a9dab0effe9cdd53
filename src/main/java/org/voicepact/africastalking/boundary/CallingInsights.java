package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.voicepact.africastalking.control.InsightsSettings;
import org.voicepact.platform.boundary.ProviderClient;
import org.voicepact.platform.boundary.ProviderFailing;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Json;

/** One question about a number, bounded in time and number: two of them are asked before money is paid. */
@Singleton
public class CallingInsights {

  private static final int CONNECT_SECONDS = 2;
  private static final int ANSWER_SECONDS = 4;

  private final InsightsSettings settings;
  private final ProviderClient<Insights> client;

  @Inject
  public CallingInsights(InsightsSettings settings) {
    this.settings = settings;
    this.client =
        new ProviderClient<>(Insights.class, settings::baseUrl, CONNECT_SECONDS, ANSWER_SECONDS);
  }

  /**
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = CONNECT_SECONDS + ANSWER_SECONDS + 1, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer ask(JsonNode request) {
    return client.callWorking(insights -> insights.simSwap(settings.apiKey(), Json.write(request)));
  }
}

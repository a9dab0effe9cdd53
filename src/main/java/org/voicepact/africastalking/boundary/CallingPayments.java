package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.voicepact.africastalking.control.PaymentsSettings;
import org.voicepact.platform.boundary.ProviderClient;
import org.voicepact.platform.boundary.ProviderFailing;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Json;

/**
 * One call of the provider's payments, bounded in time and number. There is no retry here: money whose answer was lost
 * may have moved.
 */
@Singleton
public class CallingPayments {

  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 10;

  private final PaymentsSettings settings;
  private final ProviderClient<Payments> client;

  @Inject
  public CallingPayments(PaymentsSettings settings) {
    this.settings = settings;
    this.client =
        new ProviderClient<>(Payments.class, settings::baseUrl, CONNECT_SECONDS, ANSWER_SECONDS);
  }

  /** What the provider can be told. */
  public enum Order {
    CHECKOUT,
    PAYOUT
  }

  /**
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = CONNECT_SECONDS + ANSWER_SECONDS + 1, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer tell(Order order, JsonNode request) {
    String body = Json.write(request);
    return client.callWorking(payments -> order == Order.CHECKOUT
        ? payments.checkout(settings.apiKey(), body)
        : payments.payOut(settings.apiKey(), body));
  }

  /**
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = CONNECT_SECONDS + ANSWER_SECONDS + 1, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer find(String transactionId) {
    return client.callWorking(
        payments -> payments.find(settings.apiKey(), settings.username(), transactionId));
  }
}

package org.voicepact.africastalking.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Form;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.voicepact.africastalking.control.AfricasTalkingSettings;
import org.voicepact.platform.boundary.ProviderClient;
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
  private final ProviderClient<Messaging> client;

  @Inject
  public CallingProvider(AfricasTalkingSettings settings) {
    this.settings = settings;
    this.client =
        new ProviderClient<>(Messaging.class, settings::baseUrl, CONNECT_SECONDS, ANSWER_SECONDS);
  }

  /**
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = ANSWER_SECONDS + 1, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer call(Form message) {
    return client.callWorking(messaging -> messaging.send(settings.apiKey(), message));
  }
}

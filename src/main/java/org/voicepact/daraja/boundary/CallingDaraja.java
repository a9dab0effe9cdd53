package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.voicepact.daraja.control.DarajaSettings;
import org.voicepact.platform.boundary.ProviderClient;
import org.voicepact.platform.boundary.ProviderFailing;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Json;

/**
 * One call of the provider, bounded in time and number. It is repeated in one case alone: the provider did not take the
 * token, and so has not looked at what was asked of it.
 */
@Singleton
public class CallingDaraja {

  static final int CONNECT_SECONDS = 2;

  private static final int ANSWER_SECONDS = 8;
  private static final int ALL_SECONDS = 14;

  private final AccessTokens tokens;
  private final ProviderClient<Daraja> client;

  @Inject
  public CallingDaraja(DarajaSettings settings, AccessTokens tokens) {
    this.tokens = tokens;
    this.client =
        new ProviderClient<>(Daraja.class, settings::baseUrl, CONNECT_SECONDS, ANSWER_SECONDS);
  }

  /**
   * @throws NoToken where the provider was told nothing
   * @throws ProviderFailing where the answer is that of a server in trouble; it counts for the circuit breaker
   */
  @Timeout(value = ALL_SECONDS, unit = ChronoUnit.SECONDS)
  @Bulkhead(10)
  @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5000)
  public RawAnswer call(Operation operation, JsonNode request) {
    String token = tokens.current();
    RawAnswer answer = answer(operation, request, token);
    if (DarajaAnswer.isTokenRefused(answer)) {
      tokens.forget(token);
      answer = answer(operation, request, tokens.current());
    }
    // The provider's own 500 tells something of one request, as that it waits for the PIN.
    if (answer.status() >= 500 && !DarajaAnswer.isOwn(answer)) {
      throw new ProviderFailing(answer.status());
    }
    return answer;
  }

  private RawAnswer answer(Operation operation, JsonNode request, String token) {
    return client.call(daraja -> operation.on(daraja, token, Json.write(request)));
  }
}

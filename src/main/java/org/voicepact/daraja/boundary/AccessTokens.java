package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.voicepact.daraja.control.DarajaSettings;
import org.voicepact.platform.boundary.FailedCall;
import org.voicepact.platform.boundary.ProviderClient;
import org.voicepact.platform.boundary.RawAnswer;

/** The token that each call needs: kept until shortly before it ends, and fetched by one call at a time. */
@Singleton
public class AccessTokens {

  private static final int ANSWER_SECONDS = 3;
  private static final int WAITING_SECONDS = 5;
  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Token NONE = new Token("", Instant.EPOCH);

  private final DarajaSettings settings;
  private final Clock clock;
  private final Lock fetching = new ReentrantLock();
  private volatile Token token = NONE;
  private final ProviderClient<Daraja> client;

  @Inject
  public AccessTokens(DarajaSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.client = new ProviderClient<>(
        Daraja.class, settings::baseUrl, CallingDaraja.CONNECT_SECONDS, ANSWER_SECONDS);
  }

  private record Token(String value, Instant end) {}

  /**
   * @throws NoToken where there is none to be had
   */
  String current() {
    Token known = token;
    return isGood(known) ? known.value() : fetchedByOne();
  }

  /** The provider does not take this one. Another one that has come since stays. */
  void forget(String refused) {
    if (token.value().equals(refused)) {
      token = NONE;
    }
  }

  private boolean isGood(Token known) {
    return clock.instant().isBefore(known.end());
  }

  private String fetchedByOne() {
    if (!isMyTurn()) {
      throw new NoToken("another call still waits for a token");
    }
    try {
      if (!isGood(token)) {
        token = fetched();
      }
      return token.value();
    } finally {
      fetching.unlock();
    }
  }

  private boolean isMyTurn() {
    try {
      return fetching.tryLock(WAITING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Token fetched() {
    RawAnswer answer = answer();
    JsonNode body = answer.object().orElseThrow(() -> none(answer));
    String value = body.path("access_token").asText();
    if (answer.status() / 100 != 2 || value.isBlank()) {
      throw none(answer);
    }
    // Its life is a text in most answers, and a number in some.
    long seconds = body.path("expires_in").asLong();
    return new Token(value, clock.instant().plusSeconds(seconds).minus(MARGIN));
  }

  private static NoToken none(RawAnswer answer) {
    return new NoToken("the provider gives no token, it answered " + answer.status());
  }

  private RawAnswer answer() {
    try {
      return client.call(
          daraja -> daraja.token(settings.basicAuthorization(), "client_credentials"));
    } catch (ProcessingException e) {
      throw new NoToken("no token: " + FailedCall.of(e).reason());
    }
  }
}

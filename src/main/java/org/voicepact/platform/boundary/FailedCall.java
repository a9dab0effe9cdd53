package org.voicepact.platform.boundary;

import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * A call that brought no answer.
 *
 * @param hasPerhapsArrived false where it certainly has not left
 * @param reason in a few words
 */
public record FailedCall(boolean hasPerhapsArrived, String reason) {

  /**
   * @throws RuntimeException the failure itself, where it is none of a call
   */
  public static FailedCall of(RuntimeException failure) {
    if (failure instanceof CircuitBreakerOpenException || failure instanceof BulkheadException) {
      return new FailedCall(
          false, "the provider has failed too often and is not called at present");
    }
    if (failure instanceof ProviderFailing) {
      return new FailedCall(true, failure.getMessage());
    }
    if (failure instanceof TimeoutException) {
      return new FailedCall(true, "no answer in time");
    }
    if (failure instanceof ProcessingException) {
      return hasNotLeft(failure)
          ? new FailedCall(false, "the provider cannot be reached")
          : new FailedCall(true, "the connection broke before the answer was here");
    }
    throw failure;
  }

  /** Whether the connection was never there, so that nothing can have been sent. */
  private static boolean hasNotLeft(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(cause -> cause instanceof ConnectException
            || cause instanceof UnknownHostException
            || cause instanceof NoRouteToHostException
            || cause instanceof SSLHandshakeException
            || isConnectTimeout(cause));
  }

  /** The client has no type of its own for it. */
  private static boolean isConnectTimeout(Throwable cause) {
    return cause.getMessage() != null
        && cause.getMessage().toLowerCase(Locale.ROOT).contains("connect timed out");
  }
}

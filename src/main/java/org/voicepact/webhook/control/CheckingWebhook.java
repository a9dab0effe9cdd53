package org.voicepact.webhook.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.platform.control.Sha256;
import org.voicepact.webhook.entity.CheckedDelivery;
import org.voicepact.webhook.entity.Policy;
import org.voicepact.webhook.entity.Route;
import org.voicepact.webhook.entity.WebhookCall;
import org.voicepact.webhook.entity.WebhookRefusal;

/**
 * Decides whether a call comes from who it should, by the policy of its route. A token that was made for one request,
 * and that nobody has seen but who was called with it, is as good as whatever the policy asks for.
 */
@Singleton
public class CheckingWebhook {

  private final WebhookSettings settings;
  private final SignatureCheck signatures;
  private final Instance<TokensOfRequests> tokens;
  private final Clock clock;

  @Inject
  public CheckingWebhook(
      WebhookSettings settings, @Any Instance<TokensOfRequests> tokens, Clock clock) {
    this.settings = settings;
    this.tokens = tokens;
    this.signatures = new SignatureCheck(settings.secrets());
    this.clock = clock;
  }

  /**
   * @throws WebhookRefusal where the call is not what the policy asks for
   */
  public CheckedDelivery check(Route route, WebhookCall call) {
    Policy policy = settings.policy(route);
    boolean isFromOutside = !settings.allowedAddresses().isEmpty()
        && !settings.allowedAddresses().contains(call.address());
    boolean isForRequest = !isFromOutside && isForRequest(route, call);
    if (policy == Policy.LOOPBACK && !isForRequest) {
      if (!call.isFromThisMachine()) {
        throw WebhookRefusal.notConfigured();
      }
      return CheckedDelivery.unsigned(Assurance.CLAIMED);
    }
    if (isFromOutside) {
      throw WebhookRefusal.address();
    }
    CheckedDelivery delivery = CheckedDelivery.unsigned(Assurance.GATEWAY);
    if (isForRequest) {
      return delivery;
    }
    if (policy.needsSignature()) {
      delivery = signedDelivery(call).orElseThrow(WebhookRefusal::signature);
    }
    if (policy.needsToken() && !hasToken(call)) {
      throw WebhookRefusal.token();
    }
    return delivery;
  }

  private boolean isForRequest(Route route, WebhookCall call) {
    return call.token().isPresent()
        && tokens.stream()
            .anyMatch(each -> each.route() == route && each.isKnown(call.token().get()));
  }

  /** A call whose signature is right; empty where it is wrong or not there. */
  private Optional<CheckedDelivery> signedDelivery(WebhookCall call) {
    if (!call.hexSignatures().isEmpty()) {
      return only(call.hexSignatures())
          .filter(signature -> signatures.isHexSignature(signature, call.body()))
          .map(signature ->
              CheckedDelivery.withBodyHash(Assurance.GATEWAY, Sha256.hex(call.body())));
    }
    Optional<String> id = only(call.standardIds());
    Optional<String> timestamp = only(call.standardTimestamps());
    Optional<String> standard = only(call.standardSignatures());
    boolean signed = id.isPresent()
        && timestamp.isPresent()
        && standard.isPresent()
        && signatures.isStandardSignature(
            id.get(), timestamp.get(), standard.get(), call.body(), clock.instant());
    return signed
        ? id.map(value -> CheckedDelivery.withId(Assurance.GATEWAY, "webhook-id:" + value))
        : Optional.empty();
  }

  /** A header that came twice is as bad as none: who checks one and reads the other is deceived. */
  private static Optional<String> only(List<String> values) {
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private boolean hasToken(WebhookCall call) {
    byte[] claimed = call.token().orElse("").getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (String token : settings.tokens()) {
      matches |= MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), claimed);
    }
    return matches;
  }
}

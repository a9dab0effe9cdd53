package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voicepact.payment.entity.CallbackToken;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.platform.control.Sha256;
import org.voicepact.webhook.control.TokensOfRequests;
import org.voicepact.webhook.control.WebhookAddresses;
import org.voicepact.webhook.entity.Route;

/**
 * Makes addresses for notices, each with a token of its own: 128 random bits that nobody sees but the provider that is
 * told or asked with it. They stay good, because a notice may come late.
 */
@Singleton
public class CallbackTokens implements TokensOfRequests {

  private static final int BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final EntityManager entities;
  private final WebhookAddresses addresses;
  private final SecureRandom random;

  @Inject
  public CallbackTokens(EntityManager entities, WebhookAddresses addresses, SecureRandom random) {
    this.entities = entities;
    this.addresses = addresses;
    this.random = random;
  }

  /** Its hash is kept in the caller's transaction, before anything leaves. */
  @Transactional(Transactional.TxType.MANDATORY)
  public URI address(MoneyOrder order, boolean isQuestion, Instant now) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    entities.persist(new CallbackToken(hash(token), order, isQuestion, now));
    return addresses.ofRequest(Route.PAYMENTS, order.provider(), token);
  }

  @Transactional
  public Optional<CallbackToken> find(String token) {
    return Optional.ofNullable(entities.find(CallbackToken.class, hash(token)));
  }

  @Override
  public Route route() {
    return Route.PAYMENTS;
  }

  @Override
  @Transactional
  public boolean isKnown(String token) {
    return TOKEN.matcher(token).matches() && find(token).isPresent();
  }

  private static String hash(String token) {
    return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
  }
}

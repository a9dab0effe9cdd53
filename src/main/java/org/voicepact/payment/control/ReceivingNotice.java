package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.CallbackToken;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.Json;

/**
 * Takes what a provider tells by itself. It is kept first, whatever it is; the same again is nothing new.
 */
@Singleton
public class ReceivingNotice {

  private final EntityManager entities;
  private final CallbackTokens tokens;
  private final LockingOrder locking;
  private final KeepingAnswers answers;
  private final ChosenProvider providers;
  private final Clock clock;

  @Inject
  public ReceivingNotice(
      EntityManager entities,
      CallbackTokens tokens,
      LockingOrder locking,
      KeepingAnswers answers,
      ChosenProvider providers,
      Clock clock) {
    this.entities = entities;
    this.tokens = tokens;
    this.locking = locking;
    this.answers = answers;
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * @param provider by its name; the one that is chosen where none is named
   * @param token the end of the address that it came to, where it has one
   */
  @Transactional
  public void receive(Optional<String> provider, Optional<String> token, JsonNode words) {
    Optional<CallbackToken> address = token.flatMap(tokens::find);
    String name = provider.orElseGet(providers::name);
    String text = Json.write(words);
    String id = idOf(name, token, text);
    if (entities.find(StoredNotice.class, id) != null) {
      return;
    }
    Optional<ProviderNotice> notice = providers
        .find(name)
        .filter(each -> text.length() <= StoredNotice.LONGEST_WORDS)
        .flatMap(each -> each.read(words));
    Optional<Locked> locked = address
        .map(CallbackToken::orderId)
        .or(() -> notice.flatMap(each -> named(name, each)))
        .flatMap(locking::lock)
        .filter(each -> each.order().provider().equals(name));
    StoredNotice stored = new StoredNotice(
        id, locked.map(each -> each.order().id()), name, text, address, clock.instant());
    entities.persist(stored);
    if (locked.isPresent() && notice.isPresent()) {
      answers.judge(locked.get(), stored, notice.get());
    }
  }

  /** Whether the same was kept, by whichever call. */
  @Transactional
  public boolean isKnown(Optional<String> provider, Optional<String> token, JsonNode words) {
    String id = idOf(provider.orElseGet(providers::name), token, Json.write(words));
    return entities.find(StoredNotice.class, id) != null;
  }

  /** The order that a notice names, where the address says nothing. */
  private Optional<String> named(String provider, ProviderNotice notice) {
    return notice
        .instructionId()
        .flatMap(id -> orderId("o.id = :named", id, provider))
        .or(() -> notice
            .providerReference()
            .flatMap(known -> orderId("o.numbers.reference = :named", known, provider)));
  }

  private Optional<String> orderId(String condition, String named, String provider) {
    return entities
        .createQuery(
            "SELECT o.id FROM MoneyOrder o WHERE " + condition
                + " AND o.numbers.provider = :provider",
            String.class)
        .setParameter("named", named)
        .setParameter("provider", provider)
        .getResultStream()
        .findFirst();
  }

  private static String idOf(String provider, Optional<String> token, String text) {
    return Sha256.hex(
        (provider + "\n" + token.orElse("") + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }
}

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
import org.voicepact.payment.entity.Fitting;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.payment.entity.StoredNotice.Verdict;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.Json;

/**
 * Takes what a provider tells by itself. It is kept first, whatever it is; the same again is nothing new. What answers
 * a question of ours, at the address that was made for the question, counts as its answer.
 */
@Singleton
public class ReceivingNotice {

  private final EntityManager entities;
  private final CallbackTokens tokens;
  private final LockingOrder locking;
  private final JudgingNotices judging;
  private final KeepingAnswers answers;
  private final ChosenProvider providers;
  private final Clock clock;

  @Inject
  public ReceivingNotice(
      EntityManager entities,
      CallbackTokens tokens,
      LockingOrder locking,
      JudgingNotices judging,
      KeepingAnswers answers,
      ChosenProvider providers,
      Clock clock) {
    this.entities = entities;
    this.tokens = tokens;
    this.locking = locking;
    this.judging = judging;
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
        .flatMap(locking::lock);
    StoredNotice stored = new StoredNotice(
        id, locked.map(each -> each.order().id()), name, text, address, clock.instant());
    entities.persist(stored);
    if (locked.isPresent() && notice.isPresent()) {
      judge(locked.get(), stored, notice.get());
    }
  }

  /** Whether the same was kept, by whichever call. */
  @Transactional
  public boolean isKnown(Optional<String> provider, Optional<String> token, JsonNode words) {
    String id = idOf(provider.orElseGet(providers::name), token, Json.write(words));
    return entities.find(StoredNotice.class, id) != null;
  }

  private void judge(Locked locked, StoredNotice stored, ProviderNotice notice) {
    if (stored.isAtOwnAddress() && notice.isAnswer() && locked.order().isTold()) {
      boolean differs = Fitting.verdict(locked.order(), notice) == Verdict.DIFFERS;
      stored.judge(differs ? Verdict.DIFFERS : Verdict.FITS);
      answers.answered(locked, standing(locked.order(), notice, differs));
    } else {
      judging.judge(locked, stored, notice);
    }
  }

  private static Standing standing(MoneyOrder order, ProviderNotice notice, boolean differs) {
    // To ask again at once would bring the same at once, for ever.
    if (differs) {
      return new Standing.NoAnswer("the answer is about something else");
    }
    return switch (notice.claim()) {
      case SUCCEEDED ->
        new Standing.Succeeded(notice.receipt(), notice.amount().map(said -> order.amount()));
      case FAILED -> new Standing.Failed(notice.reason().orElse("the provider says so"));
      case UNCLEAR -> new Standing.NoAnswer(notice.reason().orElse("the answer says neither"));
    };
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

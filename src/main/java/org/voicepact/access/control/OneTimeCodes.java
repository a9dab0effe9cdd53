package org.voicepact.access.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.access.control.Attempts.Tried;
import org.voicepact.access.entity.Attempt;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.access.entity.CodeRefused;
import org.voicepact.access.entity.OneTimeCode;
import org.voicepact.access.entity.RateLimit;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.control.Pepper;
import org.voicepact.platform.entity.PhoneNumber;

/** Makes codes of six digits and checks them. Of several for one number and purpose only the newest counts. */
@Singleton
public class OneTimeCodes {

  /** Codes that one number is sent, whatever they are for. */
  private static final RateLimit PER_NUMBER = new RateLimit(3, Duration.ofHours(1));

  private static final int POSSIBLE = 1_000_000;

  private final EntityManager entities;
  private final Attempts attempts;
  private final SecureRandom random;
  private final Clock clock;
  private final Event<CodeRefused> refused;
  private final byte[] key;

  @Inject
  public OneTimeCodes(
      EntityManager entities,
      Attempts attempts,
      InstallationSecret secret,
      Pepper pepper,
      SecureRandom random,
      Clock clock,
      Event<CodeRefused> refused) {
    this.entities = entities;
    this.attempts = attempts;
    this.random = random;
    this.clock = clock;
    this.refused = refused;
    this.key = HmacSha256.of(secret.keyFor("one-time-code/1"), pepper.bytes());
  }

  /** A new code; empty where the number was sent too many. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> issue(PhoneNumber phone, CodePurpose purpose) {
    return make(phone, purpose, "code");
  }

  /** Makes a code that nobody learns; it takes nothing away from those that the number may be sent. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void pretend(PhoneNumber phone, CodePurpose purpose) {
    make(phone, purpose, "decoy");
  }

  private Optional<String> make(PhoneNumber phone, CodePurpose purpose, String counted) {
    Instant now = clock.instant();
    List<Tried> tried = List.of(new Tried(counted, phone.e164()));
    Map<Tried, Attempt> looked = attempts.look(tried);
    if (areUsedUp(looked.values(), now)) {
      return Optional.empty();
    }
    Collection<Attempt> sent = attempts.lock(tried, looked).values();
    if (areUsedUp(sent, now)) {
      return Optional.empty();
    }
    sent.forEach(count -> count.add(PER_NUMBER, now));
    String code = "%06d".formatted(random.nextInt(POSSIBLE));
    entities.persist(new OneTimeCode(recipient(phone), purpose, hash(phone, purpose, code), now));
    return Optional.of(code);
  }

  private static boolean areUsedUp(Collection<Attempt> counts, Instant now) {
    return counts.stream().anyMatch(count -> count.isExhausted(PER_NUMBER, now));
  }

  /** Whether this is the code that was sent to the number for the purpose; then it is used up. */
  @Transactional
  public boolean use(PhoneNumber phone, CodePurpose purpose, String code) {
    boolean isRight = entities
        .createQuery(
            "SELECT c FROM OneTimeCode c WHERE c.recipient = :recipient AND c.purpose = :purpose"
                + " ORDER BY c.expiresAt DESC, c.id DESC",
            OneTimeCode.class)
        .setParameter("recipient", recipient(phone))
        .setParameter("purpose", purpose.spelled())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(newest -> {
          entities.refresh(newest, LockModeType.PESSIMISTIC_WRITE);
          return newest.use(hash(phone, purpose, code), clock.instant());
        })
        .orElse(false);
    if (!isRight) {
      refused.fire(new CodeRefused());
    }
    return isRight;
  }

  /**
   * What the code was sent to the number for; empty where it is none that counts. Each code of the number that is tried
   * for it has one try less.
   *
   * @param usedUp the acts for which the code is used up; for others it stays good
   */
  @Transactional
  public Optional<CodePurpose> purposeOf(
      PhoneNumber phone, String code, Set<CodePurpose.Action> usedUp) {
    Instant now = clock.instant();
    Set<CodePurpose> tried = new HashSet<>();
    for (OneTimeCode each : newestFirst(phone)) {
      CodePurpose purpose = each.purpose();
      String hash = hash(phone, purpose, code);
      if (tried.add(purpose)
          && (usedUp.contains(purpose.action()) ? each.use(hash, now) : each.isRight(hash, now))) {
        return Optional.of(purpose);
      }
    }
    refused.fire(new CodeRefused());
    return Optional.empty();
  }

  private List<OneTimeCode> newestFirst(PhoneNumber phone) {
    return entities
        .createQuery(
            "SELECT c FROM OneTimeCode c WHERE c.recipient = :recipient"
                + " ORDER BY c.expiresAt DESC, c.id DESC",
            OneTimeCode.class)
        .setParameter("recipient", recipient(phone))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Stands for a number, so that those of strangers, for whom codes are made as well, are not kept. */
  private String recipient(PhoneNumber phone) {
    return keyed(phone.e164());
  }

  private String hash(PhoneNumber phone, CodePurpose purpose, String code) {
    return keyed(phone.e164() + "|" + purpose.spelled() + "|" + code);
  }

  private String keyed(String text) {
    return HexFormat.of().formatHex(HmacSha256.of(key, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Forgets the codes that were over at this time. */
  @Transactional
  public void forgetBefore(Instant time) {
    entities
        .createQuery("DELETE FROM OneTimeCode c WHERE c.expiresAt < :time")
        .setParameter("time", time)
        .executeUpdate();
  }
}

package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.access.control.Attempts;
import org.voicepact.access.control.Attempts.Tried;
import org.voicepact.access.control.OneTimeCodes;
import org.voicepact.access.control.Probing;
import org.voicepact.access.entity.Attempt;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.access.entity.CodeRefused;
import org.voicepact.access.entity.RateLimit;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.control.Pepper;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.TooManyRequests;

/** How long codes are good and tries are counted, with clocks that are set by hand. */
@InContainer
class CodesAndTriesIT {

  /** Later than all that the server itself does meanwhile. */
  private static final Instant START = Instant.parse("2099-01-01T00:00:00Z");

  private static final CodePurpose PURPOSE =
      CodePurpose.of(CodePurpose.Action.CONFIRM, "AG-2099-000001", 1);

  private final PhoneNumber phone = Samples.newPhone();

  @Inject
  private EntityManager entities;

  @Inject
  private Attempts attempts;

  @Inject
  private InstallationSecret secret;

  @Inject
  private Pepper pepper;

  @Inject
  private SecureRandom random;

  @Inject
  private Event<CodeRefused> refused;

  @Inject
  private UserTransaction transaction;

  @Deployment
  static WebArchive application() {
    return Deployments.with(CodesAndTriesIT.class, Samples.class);
  }

  private static Clock after(Duration time) {
    return Clock.fixed(START.plus(time), ZoneOffset.UTC);
  }

  private Optional<String> issueAfter(Duration time) throws Exception {
    return inTransaction(() -> codesAfter(time).issue(phone, PURPOSE));
  }

  private boolean useAfter(Duration time, String code) throws Exception {
    return inTransaction(() -> codesAfter(time).use(phone, PURPOSE, code));
  }

  private OneTimeCodes codesAfter(Duration time) {
    return new OneTimeCodes(entities, attempts, secret, pepper, random, after(time), refused);
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      return work.call();
    } finally {
      transaction.commit();
    }
  }

  @Test
  void aCodeIsGoodForLessThanFiveMinutes() throws Exception {
    String first = issueAfter(Duration.ZERO).orElseThrow();
    assertFalse(useAfter(Duration.ofMinutes(5), first));

    String second = issueAfter(Duration.ofMinutes(6)).orElseThrow();
    assertTrue(useAfter(Duration.ofMinutes(11).minusMillis(1), second));
  }

  @Test
  void anHourAfterTheFirstCodeThereAreThreeMore() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertTrue(issueAfter(Duration.ofMinutes(i)).isPresent());
    }
    assertTrue(issueAfter(Duration.ofHours(1).minusMillis(1)).isEmpty());
    for (int i = 0; i < 3; i++) {
      assertTrue(issueAfter(Duration.ofHours(1)).isPresent());
    }
    assertTrue(issueAfter(Duration.ofHours(1)).isEmpty());
  }

  /** Servers take the ids of codes in blocks, so that a later code may have a smaller one. */
  @Test
  void theNewestCodeIsTheLastOneWhicheverServerMadeIt() throws Exception {
    String later = issueAfter(Duration.ofMinutes(2)).orElseThrow();
    issueAfter(Duration.ofMinutes(1));

    assertTrue(useAfter(Duration.ofMinutes(3), later));
  }

  @Test
  void whatACodeWasSentForIsFoundAndSomeCodesAreUsedUpByIt() throws Exception {
    CodePurpose signIn = CodePurpose.signIn();
    String confirming = issueAfter(Duration.ZERO).orElseThrow();
    String signingIn = inTransaction(() -> codesAfter(Duration.ofMinutes(1)).issue(phone, signIn))
        .orElseThrow();

    assertEquals(Optional.of(signIn), purposeAfter(Duration.ofMinutes(2), signingIn));
    assertEquals(Optional.of(signIn), purposeAfter(Duration.ofMinutes(2), signingIn));
    assertEquals(Optional.of(PURPOSE), purposeAfter(Duration.ofMinutes(2), confirming));
    assertEquals(Optional.empty(), purposeAfter(Duration.ofMinutes(2), confirming));
    assertEquals(Optional.empty(), purposeAfter(Duration.ofMinutes(6), signingIn));
  }

  @Test
  void whoeverTriesACodeBySmsUsesUpItsTries() throws Exception {
    String code = issueAfter(Duration.ZERO).orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), purposeAfter(Duration.ofMinutes(1), "not " + code));
    }

    assertEquals(Optional.empty(), purposeAfter(Duration.ofMinutes(1), code));
    assertFalse(useAfter(Duration.ofMinutes(1), code));
  }

  private Optional<CodePurpose> purposeAfter(Duration time, String code) throws Exception {
    return inTransaction(
        () -> codesAfter(time).purposeOf(phone, code, Set.of(CodePurpose.Action.CONFIRM)));
  }

  @Test
  void oldCodesAreForgotten() throws Exception {
    String code = issueAfter(Duration.ZERO).orElseThrow();
    inTransaction(() -> {
      codesAfter(Duration.ZERO).forgetBefore(START.plus(Duration.ofMinutes(5)));
      return null;
    });
    assertTrue(useAfter(Duration.ofMinutes(1), code));
    inTransaction(() -> {
      codesAfter(Duration.ZERO).forgetBefore(START.plus(Duration.ofMinutes(6)));
      return null;
    });
    assertEquals(
        0L,
        entities
            .createQuery(
                "SELECT COUNT(c) FROM OneTimeCode c WHERE c.purpose = :purpose AND c.expiresAt < :time",
                Long.class)
            .setParameter("purpose", PURPOSE.spelled())
            .setParameter("time", START.plus(Duration.ofMinutes(6)))
            .getSingleResult());
  }

  @Test
  void whenTheirTimeIsOverTriesAreAllowedAgain() throws Exception {
    assertTrue(tryAfter(Duration.ZERO, false).isEmpty());
    assertTrue(tryAfter(Duration.ofMinutes(30), false).isEmpty());

    TooManyRequests refused =
        assertThrows(TooManyRequests.class, () -> tryAfter(Duration.ofMinutes(59), true));
    assertEquals(60, refused.retryAfterSeconds());
    assertTrue(tryAfter(Duration.ofMinutes(60), true).isPresent());
    assertTrue(tryAfter(Duration.ofMinutes(60), false).isEmpty());
    assertTrue(tryAfter(Duration.ofMinutes(60), true).isPresent());
  }

  @Test
  void whoHasProvedANumberIsCountedAlone() throws Exception {
    PhoneNumber other = Samples.newPhone();
    for (int i = 0; i < 2; i++) {
      assertTrue(ownTry(phone, false).isEmpty());
    }

    assertThrows(TooManyRequests.class, () -> ownTry(phone, true));
    assertTrue(ownTry(other, true).isPresent());
    // What others try with the number is another count.
    assertTrue(tryAfter(Duration.ZERO, true).isPresent());
  }

  private Optional<Boolean> ownTry(PhoneNumber by, boolean right) throws Exception {
    Probing probing = new Probing(attempts, after(Duration.ZERO), "2/hour");
    return inTransaction(
        () -> probing.ownAttempt(by, () -> Optional.of(true).filter(any -> right)));
  }

  /** A try has a time before it waits for its count. */
  @Test
  void theFirstTryIsCountedThoughItBeganBeforeItsCountWasMade() throws Exception {
    RateLimit once = new RateLimit(1, Duration.ofHours(1));
    Instant before = Instant.parse("2020-01-01T00:00:00Z");

    inTransaction(() -> {
      Attempt count = attempts.lock(new Tried("test", phone.e164()));
      count.add(once, before);
      assertTrue(count.isExhausted(once, before.plus(Duration.ofMinutes(59))));
      assertFalse(count.isExhausted(once, before.plus(Duration.ofMinutes(60))));
      return null;
    });
  }

  private Optional<Boolean> tryAfter(Duration time, boolean right) throws Exception {
    Probing probing = new Probing(attempts, after(time), "2/hour");
    return inTransaction(() -> probing.attempt(
        "AG-2099-" + phone.e164().substring(7),
        phone,
        () -> Optional.of(true).filter(any -> right)));
  }
}

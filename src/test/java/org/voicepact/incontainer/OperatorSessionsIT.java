package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.access.control.AdministeringOperators;
import org.voicepact.access.control.Attempts;
import org.voicepact.access.control.FirstLink;
import org.voicepact.access.control.KnownDevices;
import org.voicepact.access.control.Operators;
import org.voicepact.access.control.Passwords;
import org.voicepact.access.control.Persons;
import org.voicepact.access.control.RecordingSignIn;
import org.voicepact.access.control.SessionSettings;
import org.voicepact.access.control.Sessions;
import org.voicepact.access.control.SigningInByOidc;
import org.voicepact.access.control.SigningInOperator;
import org.voicepact.access.control.SigningInOperator.Try;
import org.voicepact.access.control.SlowingDown;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.TooManyRequests;

/** When sessions and waits are over, with clocks that are set by hand, how passwords are kept, and who is one person. */
@InContainer
class OperatorSessionsIT {

  /** Later than all that the server itself does meanwhile, so that it forgets none of it. */
  private static final Instant START = Instant.parse("2099-01-01T00:00:00Z");

  private static final String PASSWORD = "a plain long sentence";
  private static final String WRONG = "is it this perhaps?";

  @Inject
  private EntityManager entities;

  @Inject
  private SessionSettings settings;

  @Inject
  private InstallationSecret secret;

  @Inject
  private SecureRandom random;

  @Inject
  private Attempts attempts;

  @Inject
  private Operators operators;

  @Inject
  private Passwords passwords;

  @Inject
  private KnownDevices devices;

  @Inject
  private RecordingSignIn recording;

  @Inject
  private AdministeringOperators administering;

  @Inject
  private SigningInByOidc signingIn;

  @Inject
  private Sessions sessions;

  @Inject
  private Persons persons;

  @Inject
  private UserTransaction transaction;

  private final String name = "op." + UUID.randomUUID().toString().substring(0, 13);
  private Operator operator;

  @Deployment
  static WebArchive application() {
    return Deployments.with(OperatorSessionsIT.class, Samples.class);
  }

  @BeforeEach
  void makeOperator() {
    operator = administering.make(
        new OperatorProfile(name, "Amina", OperatorRole.OFFICER, Language.SW),
        PASSWORD,
        Actor.SYSTEM);
  }

  private static Clock after(Duration time) {
    return Clock.fixed(START.plus(time), ZoneOffset.UTC);
  }

  private Sessions sessionsAfter(Duration time) {
    return new Sessions(entities, settings, secret, random, after(time));
  }

  private boolean isOpenAfter(Duration time, String token) throws Exception {
    return inTransaction(() -> sessionsAfter(time).use(token).isPresent());
  }

  private String open() throws Exception {
    return inTransaction(() -> sessionsAfter(Duration.ZERO).open(operator));
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      return work.call();
    } finally {
      transaction.commit();
    }
  }

  /** Else one could agree to an own decision about money: by a token first, and then at the console. */
  @Test
  void whoSignsInAtAProviderIsOnePersonWithTheTokensOfTheSameSubject() {
    JWTClaimsSet claims = claims(name);

    Caller signedIn =
        Caller.operator(sessions.find(signingIn.enter(claims).orElseThrow()).orElseThrow());

    assertEquals(persons.of(bearer(claims)), persons.of(signedIn));
    assertNotEquals(persons.of(bearer(claims("another"))), persons.of(signedIn));
    assertNotEquals(
        persons.of(signedIn),
        persons.of(Caller.operator(new SignedIn(operator.id(), operator.profile(), ""))));
  }

  private static JWTClaimsSet claims(String subject) {
    return new JWTClaimsSet.Builder()
        .issuer("https://login.example.org")
        .subject(subject)
        .claim("groups", List.of("admin"))
        .build();
  }

  private static Caller bearer(JWTClaimsSet claims) {
    return new Caller(
        Caller.Kind.TOKEN,
        claims.getSubject(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        claims.getClaims());
  }

  @Test
  void aSessionThatIsNotUsedEndsAfterHalfAnHour() throws Exception {
    String token = open();
    assertFalse(isOpenAfter(Duration.ofMinutes(30), token));
    assertTrue(isOpenAfter(Duration.ofMinutes(30).minusMillis(1), token));
    assertTrue(isOpenAfter(Duration.ofMinutes(59), token));
    assertFalse(isOpenAfter(Duration.ofMinutes(90), token));
  }

  @Test
  void aSessionThatIsUsedEndsAfterTwelveHours() throws Exception {
    String token = open();
    for (int quarter = 1; quarter < 48; quarter++) {
      assertTrue(isOpenAfter(Duration.ofMinutes(15).multipliedBy(quarter), token));
    }
    assertFalse(isOpenAfter(Duration.ofHours(12), token));
  }

  @Test
  void aUseIsNotedSeldom() throws Exception {
    String token = open();
    assertTrue(isOpenAfter(Duration.ofMinutes(1), token));
    assertEquals(START, lastUse());
    assertTrue(isOpenAfter(Duration.ofMinutes(2), token));
    assertEquals(START.plus(Duration.ofMinutes(2)), lastUse());
  }

  private Instant lastUse() {
    return entities
        .createQuery(
            "SELECT s.lastUsedAt FROM Session s WHERE s.operatorId = :operator", Instant.class)
        .setParameter("operator", operator.id())
        .getSingleResult();
  }

  @Test
  void sessionsThatAreOverAreForgotten() throws Exception {
    open();
    inTransaction(() -> {
      sessionsAfter(Duration.ofMinutes(29)).forgetOver();
      return null;
    });
    assertEquals(START, lastUse());
    inTransaction(() -> {
      sessionsAfter(Duration.ofMinutes(31)).forgetOver();
      return null;
    });
    assertEquals(
        List.of(),
        entities
            .createQuery("SELECT s FROM Session s WHERE s.operatorId = :operator")
            .setParameter("operator", operator.id())
            .getResultList());
  }

  @Test
  void theTokenOfFormsBelongsToTheSession() throws Exception {
    Sessions sessions = sessionsAfter(Duration.ZERO);
    String one = open();
    String other = open();
    String token = inTransaction(() -> sessions.use(one).orElseThrow().csrfToken());
    assertEquals(token, inTransaction(() -> sessions.use(one).orElseThrow().csrfToken()));
    assertNotEquals(token, inTransaction(() -> sessions.use(other).orElseThrow().csrfToken()));
    assertFalse(one.contains(token));
  }

  @Test
  void passwordsAreKeptAsASlowHashWithASaltOfItsOwn() {
    String hash = passwords.hash(PASSWORD);
    String[] parts = hash.split(":");
    assertEquals("PBKDF2WithHmacSHA256", parts[0]);
    assertTrue(Integer.parseInt(parts[1]) >= 600_000);
    assertTrue(passwords.isRight(PASSWORD, hash));
    assertFalse(passwords.isRight(WRONG, hash));
    assertNotEquals(hash, passwords.hash(PASSWORD));
    // It is of the form that can be compared with.
    passwords.pretend(PASSWORD);
  }

  private Optional<SigningInOperator.Entry> signInAfter(Duration time, String typed) {
    return new SigningInOperator(
            operators, passwords, new SlowingDown(attempts, after(time)), devices, recording)
        .signIn(new Try(name, typed, name, Optional.empty()));
  }

  @Test
  void eachFailureDoublesTheWaitAndASuccessEndsIt() throws Exception {
    Duration now = Duration.ZERO;
    for (int i = 0; i < 5; i++) {
      assertTrue(inTransaction(() -> signInAfter(Duration.ZERO, WRONG)).isEmpty());
    }
    for (long wait = 2; wait <= 16; wait *= 2) {
      Duration early = now.plusSeconds(wait).minusMillis(1);
      Duration due = now.plusSeconds(wait);
      TooManyRequests refused = assertThrows(
          TooManyRequests.class, () -> inTransaction(() -> signInAfter(early, PASSWORD)));
      assertEquals(1, refused.retryAfterSeconds());
      assertTrue(inTransaction(() -> signInAfter(due, WRONG)).isEmpty());
      now = due;
    }
    Duration due = now.plusSeconds(32);
    assertTrue(inTransaction(() -> signInAfter(due, PASSWORD)).isPresent());
    assertTrue(inTransaction(() -> signInAfter(due, WRONG)).isEmpty());
    assertTrue(inTransaction(() -> signInAfter(due, PASSWORD)).isPresent());
  }

  @Test
  void theFirstLinkIsGoodForAnHourAndOnlyTheNewest() throws Exception {
    FirstLink link = new FirstLink(entities, random, after(Duration.ZERO));
    String older = inTransaction(link::renew);
    String token = inTransaction(link::renew);
    assertFalse(link.isGood(older));
    assertTrue(link.isGood(token));
    assertFalse(new FirstLink(entities, random, after(Duration.ofHours(1))).isGood(token));
    assertTrue(inTransaction(() -> link.use(token)));
    assertFalse(inTransaction(() -> link.use(token)));
  }
}

package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.Session;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.control.Sha256;

/**
 * Who is signed in. All of it is in the database, so any server of an installation finds a session that another has opened,
 * and one that was ended is over everywhere at once.
 */
@Singleton
public class Sessions {

  private static final int TOKEN_BYTES = 32;

  /** What our tokens look like; for anything else the database is not asked. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final EntityManager entities;
  private final SessionSettings settings;
  private final SecureRandom random;
  private final Clock clock;
  private final byte[] csrfKey;

  @Inject
  public Sessions(
      EntityManager entities,
      SessionSettings settings,
      InstallationSecret secret,
      SecureRandom random,
      Clock clock) {
    this.entities = entities;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
    this.csrfKey = secret.keyFor("csrf/1");
  }

  /**
   * Opens a session; it always has a new token, whatever the browser had before.
   *
   * @return the token, which is kept nowhere else than in the browser
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public String open(Operator operator) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = encoded(bytes);
    entities.persist(
        new Session(hash(token), operator.id(), SessionSettings.LONGEST, clock.instant()));
    return token;
  }

  /** Who is signed in with a token, and that they are still here; empty where it opens nothing. */
  @Transactional
  public Optional<SignedIn> use(String token) {
    Instant now = clock.instant();
    Optional<Session> valid = valid(token, now);
    valid
        .filter(session -> session.isUnnotedFor(settings.noted(), now))
        .ifPresent(session -> note(hash(token), now));
    return valid.flatMap(session -> signedIn(session, hash(token)));
  }

  /** Likewise, without that they count as being here. */
  @Transactional
  public Optional<SignedIn> find(String token) {
    return valid(token, clock.instant()).flatMap(session -> signedIn(session, hash(token)));
  }

  private Optional<Session> valid(String token, Instant now) {
    return Optional.of(token)
        .filter(text -> TOKEN.matcher(text).matches())
        .flatMap(text -> Optional.ofNullable(entities.find(Session.class, hash(text))))
        .filter(session -> session.isValidAt(now, settings.idle()));
  }

  private Optional<SignedIn> signedIn(Session session, String hash) {
    return Optional.ofNullable(entities.find(Operator.class, session.operatorId()))
        .filter(Operator::isActive)
        .map(operator -> new SignedIn(operator.id(), operator.profile(), csrfToken(hash)));
  }

  /** By a statement and not by the entity, so that a session that is ended meanwhile is no failure. */
  private void note(String hash, Instant now) {
    entities
        .createNativeQuery("UPDATE operator_session SET last_used_at = ?1 WHERE token_hash = ?2")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, hash)
        .executeUpdate();
  }

  /** Ends a session; whether there was one does not matter. */
  @Transactional
  public void end(String token) {
    entities
        .createQuery("DELETE FROM Session s WHERE s.tokenHash = :hash")
        .setParameter("hash", hash(token))
        .executeUpdate();
  }

  /** Ends all sessions of an operator. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void endAll(String operatorId) {
    entities
        .createQuery("DELETE FROM Session s WHERE s.operatorId = :operator")
        .setParameter("operator", operatorId)
        .executeUpdate();
  }

  /** Forgets sessions that are over. */
  @Transactional
  public void forgetOver() {
    Instant now = clock.instant();
    entities
        .createQuery("DELETE FROM Session s WHERE s.endsAt < :now OR s.lastUsedAt < :idle")
        .setParameter("now", now)
        .setParameter("idle", now.minus(settings.idle()))
        .executeUpdate();
  }

  /** Whether this is the token that the pages of a session were given. */
  public static boolean isCsrfToken(String shown, SignedIn operator) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8),
        operator.csrfToken().getBytes(StandardCharsets.UTF_8));
  }

  /** Follows from the session, so it need not be kept; who sees it learns nothing of the session's token. */
  private String csrfToken(String hash) {
    return encoded(HmacSha256.of(csrfKey, hash.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hash(String token) {
    return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.entity.SimSwap;
import org.voicepact.payment.entity.SimSwapAnswer;
import org.voicepact.payment.entity.SimSwapAnswer.Word;
import org.voicepact.payment.entity.SimSwapQuestion;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.control.RandomHex;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Questions about the cards of numbers, and the answers. An answer is kept by the reference that it names, whether or
 * not the question is known by then: the notice may overtake the reply that tells the reference.
 */
@Singleton
public class SimSwaps {

  private static final String PHONE = "sim-swap/1";
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String ANSWER =
      "INSERT INTO sim_swap_answer (request_id, answer, swapped_at, answered_at)"
          + " VALUES (?1, ?2, CAST(?3 AS TIMESTAMP(3) WITH TIME ZONE), ?4) ON CONFLICT DO NOTHING";
  private static final String WORSE = "UPDATE sim_swap_answer SET answer = ?2,"
      + " swapped_at = CAST(?3 AS TIMESTAMP(3) WITH TIME ZONE), answered_at = ?4"
      + " WHERE request_id = ?1 AND answer <> ?2";

  private final EntityManager entities;
  private final Pseudonyms pseudonyms;
  private final SecureRandom random;
  private final Clock clock;

  @Inject
  public SimSwaps(EntityManager entities, Pseudonyms pseudonyms, SecureRandom random, Clock clock) {
    this.entities = entities;
    this.pseudonyms = pseudonyms;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Notes that a question is asked now, and forgets what is old.
   *
   * @return the question's number
   */
  @Transactional
  public String asked(PhoneNumber phone) {
    Instant now = clock.instant();
    forget("DELETE FROM SimSwapQuestion q WHERE q.askedAt < :end", now);
    forget("DELETE FROM SimSwapAnswer a WHERE a.answeredAt < :end", now);
    String id = RandomHex.secret(random);
    entities.persist(new SimSwapQuestion(id, digest(phone), now));
    return id;
  }

  private void forget(String statement, Instant now) {
    entities.createQuery(statement).setParameter("end", now.minus(KEPT)).executeUpdate();
  }

  @Transactional
  public void taken(String question, String reference) {
    entities.find(SimSwapQuestion.class, question).taken(reference);
  }

  /** Of several answers to one question the first counts, unless a later one is that the card was replaced. */
  @Transactional
  public void answered(String reference, SimSwap swap) {
    if (execute(ANSWER, reference, swap) == 0 && swap instanceof SimSwap.Found) {
      execute(WORSE, reference, swap);
    }
  }

  private int execute(String statement, String reference, SimSwap swap) {
    Optional<Instant> at =
        swap instanceof SimSwap.Found found ? found.at() : Optional.<Instant>empty();
    return entities
        .createNativeQuery(statement)
        .setParameter(1, reference)
        .setParameter(2, Word.of(swap).stored())
        .setParameter(3, at.map(Timestamp::from).orElse(null))
        .setParameter(4, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  /** The questions about a number since a time, the oldest first. */
  @Transactional
  public List<SimSwapQuestion> questions(PhoneNumber phone, Instant since) {
    return entities
        .createQuery(
            "SELECT q FROM SimSwapQuestion q WHERE q.phone = :phone AND q.askedAt >= :since"
                + " ORDER BY q.askedAt, q.id",
            SimSwapQuestion.class)
        .setParameter("phone", digest(phone))
        .setParameter("since", since)
        .getResultList();
  }

  @Transactional
  public Optional<SimSwap> answer(SimSwapQuestion question) {
    return question
        .requestId()
        .map(reference -> entities.find(SimSwapAnswer.class, reference))
        .map(SimSwapAnswer::swap);
  }

  private String digest(PhoneNumber phone) {
    return pseudonyms.of(PHONE, phone.e164());
  }
}

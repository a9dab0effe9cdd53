package org.voicepact.ussd.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.contract.control.PersonLanguages;
import org.voicepact.platform.control.DatabaseAvailability;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.ussd.entity.Dial;

/**
 * Answers a caller whatever happens, and before the network gives up: where the database is slow, down or broken, with
 * words that need none.
 */
@Singleton
public class AnsweringInTime {

  private static final Logger LOG = Logger.getLogger(AnsweringInTime.class.getName());

  /** Then an effect must have been committed, or none will be. */
  private static final Duration TO_DECIDE = Duration.ofSeconds(6);

  /** The time to commit is the difference. */
  private static final Duration TO_ANSWER = Duration.ofSeconds(8);

  /** Not the executor: its threads are those that requests wait in, and would wait for themselves. */
  @Resource
  private ManagedThreadFactory threads;

  private final AnsweringDial answering;
  private final ShowingScreen showing;
  private final PersonLanguages languages;
  private final RequestIds ids;
  private final Clock clock;
  private final DatabaseAvailability database;

  @Inject
  public AnsweringInTime(
      AnsweringDial answering,
      ShowingScreen showing,
      PersonLanguages languages,
      RequestIds ids,
      Clock clock,
      DatabaseAvailability database) {
    this.answering = answering;
    this.showing = showing;
    this.languages = languages;
    this.ids = ids;
    this.clock = clock;
    this.database = database;
  }

  /** The screen, from {@code CON } or {@code END } on. */
  public String answer(Dial dial) {
    Instant deadline = clock.instant().plus(TO_DECIDE);
    try {
      FutureTask<String> running =
          new FutureTask<>(ids.carried(() -> answering.answer(dial, deadline)));
      threads.newThread(running).start();
      // A thread that is late is not interrupted: H2 would close its files.
      return running.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.log(Level.WARNING, "a USSD session was told that the database is slow");
    } catch (ExecutionException e) {
      if (database.note(e).isEmpty()) {
        LOG.log(Level.WARNING, "a USSD session was told that something failed", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return end(Optional.of(dial.phone()), "end.busy");
  }

  /** To what the gateway sent without sense. */
  public String unreadable(Optional<PhoneNumber> phone) {
    return end(phone, "end.unreadable");
  }

  private String end(Optional<PhoneNumber> phone, String key) {
    return showing
        .in(phone.map(languages::ofCountry).orElse(Language.EN))
        .end(key)
        .text();
  }
}

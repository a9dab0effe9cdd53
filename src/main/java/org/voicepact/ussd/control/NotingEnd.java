package org.voicepact.ussd.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;

/** Notes that a session has ended, also one that nothing is known of: its last request may still be on the way. */
@Singleton
public class NotingEnd {

  private final UssdSessions sessions;
  private final Clock clock;

  @Inject
  public NotingEnd(UssdSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @param status the gateway's word for how it ended; only the first notice counts
   */
  @Transactional
  public void note(String sessionId, Optional<PhoneNumber> phone, String status) {
    Instant now = clock.instant();
    sessions.lock(sessionId, phone, now).end(status, now);
  }
}

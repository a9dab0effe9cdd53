package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.TellingSeldom;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.control.Pseudonyms;

/** Opens and ends sessions; that, and each try that was refused, is a line in the audit trail. */
@Singleton
public class RecordingSignIn {

  private static final String REFUSED = "operator.refused";

  /** Of refused tries in an hour, so that strangers cannot fill the log; the others are counted. */
  private static final int MOST_REFUSED = 60;

  /** Stands for a name that nobody has; what was typed may be a password. */
  private static final String NOBODY = "operator";

  private static final String ADDRESS = "address/1";

  private final Operators operators;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final TellingSeldom seldom;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  @Inject
  public RecordingSignIn(
      Operators operators,
      Sessions sessions,
      AuditTrail audit,
      TellingSeldom seldom,
      Pseudonyms pseudonyms,
      Clock clock) {
    this.operators = operators;
    this.sessions = sessions;
    this.audit = audit;
    this.seldom = seldom;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * @param checked whose password was found right
   * @return the token of the new session; empty where the operator has changed since then
   */
  @Transactional
  public Optional<String> signedIn(Operator checked) {
    return operators
        .lock(checked.profile().name())
        .filter(operator ->
            operator.isActive() && operator.passwordHash().equals(checked.passwordHash()))
        .map(operator -> {
          record("operator.signed-in", operator.id());
          return sessions.open(operator);
        });
  }

  @Transactional
  public void signedOut(SignedIn operator, String token) {
    sessions.end(token);
    record("operator.signed-out", operator.id());
  }

  private void record(String action, String id) {
    audit.byCaller(Actor.operator(id), action, Subject.other(id), Map.of(), clock.instant());
  }

  /**
   * @param known who has the name that was typed
   * @param address where it was typed; the trail holds a pseudonym of it
   */
  @Transactional
  public void refused(Optional<Operator> known, String address) {
    Instant now = clock.instant();
    OptionalLong untold = seldom.turn(REFUSED, MOST_REFUSED, now);
    if (untold.isEmpty()) {
      return;
    }
    Map<String, String> data = new HashMap<>(Map.of("address", pseudonyms.of(ADDRESS, address)));
    if (untold.getAsLong() > 0) {
      data.put("untold", Long.toString(untold.getAsLong()));
    }
    String subject = known.map(Operator::id).orElse(NOBODY);
    audit.byCaller(Actor.ANONYMOUS, REFUSED, Subject.other(subject), data, now);
  }
}

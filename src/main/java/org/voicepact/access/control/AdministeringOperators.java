package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRefusal;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.Language;

/** Makes and changes operators; each is a line in the audit trail, which knows them by their ids. */
@Singleton
public class AdministeringOperators {

  private final Operators operators;
  private final Sessions sessions;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final SecureRandom random;
  private final Clock clock;

  @Inject
  public AdministeringOperators(
      Operators operators,
      Sessions sessions,
      Passwords passwords,
      AuditTrail audit,
      SecureRandom random,
      Clock clock) {
    this.operators = operators;
    this.sessions = sessions;
    this.passwords = passwords;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /** What is to become of an operator; what is empty stays as it is. */
  public record Change(
      Optional<String> displayName,
      Optional<OperatorRole> role,
      Optional<Language> language,
      Optional<Boolean> active) {}

  /**
   * @param password that the rules allow
   * @param by {@link Actor#SYSTEM} where the settings ask for it
   * @throws OperatorRefusal where somebody has the name
   */
  @Transactional
  public Operator make(OperatorProfile profile, String password, Actor by) {
    return added(
        new Operator(NewKey.make(random).id(), profile, passwords.hash(password), clock.instant()),
        by);
  }

  /**
   * Makes an operator who signs in at the OpenID provider.
   *
   * @throws OperatorRefusal where somebody has the name, or the subject
   */
  @Transactional
  public Operator makeKnownElsewhere(
      OperatorProfile profile, String subject, String tokenSubject, Actor by) {
    return added(
        Operator.knownElsewhere(
            NewKey.make(random).id(), profile, subject, tokenSubject, clock.instant()),
        by);
  }

  private Operator added(Operator operator, Actor by) {
    if (!operators.add(operator)) {
      throw OperatorRefusal.nameTaken();
    }
    Map<String, String> data = Map.of("role", operator.profile().role().wire());
    record("operator.made", operator, by, data, operator.createdAt());
    return operator;
  }

  /**
   * Where role or activity change, the operator has to sign in again.
   *
   * @throws OperatorRefusal where there is no such operator, or no administrator would be left
   */
  @Transactional
  public Operator change(String name, Change change, Actor by) {
    // Always the administrators first, so that two changes never wait for each other.
    List<Operator> administrators = operators.lockAdministrators();
    Operator operator = operators.lock(name).orElseThrow(OperatorRefusal::unknown);
    boolean wasLast = administrators.size() == 1 && operator.isAdministrator();
    apply(operator, change, by);
    if (wasLast && !operator.isAdministrator()) {
      throw OperatorRefusal.lastAdministrator();
    }
    return operator;
  }

  /** Likewise as the OpenID provider has it, which need not ask who is left. */
  @Transactional
  public Operator follow(
      Operator known, Optional<String> displayName, OperatorRole role, String tokenSubject) {
    Operator operator =
        operators.lock(known.profile().name()).orElseThrow(OperatorRefusal::unknown);
    operator.signedInAs(tokenSubject);
    apply(
        operator,
        new Change(displayName, Optional.of(role), Optional.empty(), Optional.empty()),
        Actor.SYSTEM);
    return operator;
  }

  private void apply(Operator operator, Change change, Actor by) {
    OperatorProfile before = operator.profile();
    boolean wasActive = operator.isActive();
    OperatorProfile after = new OperatorProfile(
        before.name(),
        change.displayName().orElse(before.displayName()),
        change.role().orElse(before.role()),
        change.language().orElse(before.language()));
    operator.change(after, change.active().orElse(wasActive));
    boolean counts = before.role() != after.role() || wasActive != operator.isActive();
    if (counts) {
      sessions.endAll(operator.id());
    }
    if (counts || !before.equals(after)) {
      Map<String, String> data =
          Map.of("role", after.role().wire(), "active", Boolean.toString(operator.isActive()));
      record("operator.changed", operator, by, data, clock.instant());
    }
  }

  /**
   * Gives an operator another password; all sessions with the old one end.
   *
   * @param password that the rules allow
   * @throws OperatorRefusal where there is no such operator, or one who signs in elsewhere
   */
  @Transactional
  public void changePassword(String name, String password, Actor by) {
    String hash = passwords.hash(password);
    Operator operator = operators.lock(name).orElseThrow(OperatorRefusal::unknown);
    if (operator.subject().isPresent()) {
      throw OperatorRefusal.signsInElsewhere();
    }
    operator.changePassword(hash);
    sessions.endAll(operator.id());
    record("operator.password-changed", operator, by, Map.of(), clock.instant());
  }

  private void record(
      String action, Operator operator, Actor by, Map<String, String> data, Instant now) {
    Subject subject = Subject.other(operator.id());
    if (by.equals(Actor.SYSTEM)) {
      audit.bySystem(Channel.SYSTEM, action, subject, data, now);
    } else {
      audit.byCaller(by, action, subject, data, now);
    }
  }
}

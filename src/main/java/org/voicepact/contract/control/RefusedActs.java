package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.control.TellingSeldom;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.Refusal;

/**
 * Tells the audit trail of acts in a party's name that were refused: for a contract one of each kind in an hour by each
 * party, and one by those who have not shown to be one, {@link #MOST_BY_STRANGERS} of these in all. The others are counted,
 * so that nobody can fill the log. What would make the proof of a contract too large is not told at all.
 */
@Singleton
public class RefusedActs {

  /** In an hour, over all contracts. */
  static final int MOST_BY_STRANGERS = 60;

  private static final String ALL_STRANGERS = "refused to strangers";
  private static final String STRANGER = "stranger/1";

  private final Contracts contracts;
  private final AuditTrail audit;
  private final TellingSeldom seldom;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  @Inject
  public RefusedActs(
      Contracts contracts,
      AuditTrail audit,
      TellingSeldom seldom,
      Pseudonyms pseudonyms,
      Clock clock) {
    this.contracts = contracts;
    this.audit = audit;
    this.seldom = seldom;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * In the caller's transaction where there is one, else in its own. Nothing is told of contracts that do not exist.
   *
   * @param phone in whose name it was tried
   * @param how {@link Assurance#CLAIMED} where it is not known that the caller is that party
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public void record(
      ContractId contract, Action act, PhoneNumber phone, Provenance how, Refusal refusal) {
    Optional<String> party = Optional.of(how.assurance())
        .filter(assurance -> !assurance.isHearsay())
        .flatMap(proven -> contracts.commitmentOf(contract, phone));
    String action = act.name().toLowerCase(Locale.ROOT) + ".refused";
    Map<String, String> data = new HashMap<>(Map.of("reason", reason(refusal)));
    if (!audit.hasRoom(Subject.contract(contract.value()), Room.EXTRAS)) {
      return;
    }
    if (party.isPresent()) {
      recordParty(contract, action, party.get(), how, data);
    } else if (contracts.exists(contract)) {
      recordStranger(contract, action, phone, how, data);
    }
  }

  private void recordParty(
      ContractId contract, String action, String party, Provenance how, Map<String, String> data) {
    Instant now = clock.instant();
    if (isTurn(seldom.turn(contract.value() + " " + action + " " + party, now), data)) {
      audit.byParty(party, how, action, contract.value(), data, now);
    }
  }

  /** Whether it is told; then also how many were not since the last one. */
  private static boolean isTurn(OptionalLong untold, Map<String, String> data) {
    if (untold.isPresent() && untold.getAsLong() > 0) {
      data.put("untold", Long.toString(untold.getAsLong()));
    }
    return untold.isPresent();
  }

  private void recordStranger(
      ContractId contract,
      String action,
      PhoneNumber phone,
      Provenance how,
      Map<String, String> data) {
    Instant now = clock.instant();
    OptionalLong untold = seldom.turn(contract.value() + " " + action, now);
    if (!isTurn(untold, data)
        || seldom.turn(ALL_STRANGERS, MOST_BY_STRANGERS, now).isEmpty()) {
      return;
    }
    audit.byStranger(
        // A number that was only named may be a party's, of which nothing stays once personal data
        // is erased.
        how.assurance().isHearsay()
            ? Actor.ANONYMOUS
            : Actor.stranger(pseudonyms.of(STRANGER, phone.e164())),
        how.channel(),
        action,
        Subject.contract(contract.value()),
        data,
        now);
  }

  private static String reason(Refusal refusal) {
    Enum<?> reason = refusal instanceof ContractRefusal known ? known.reason() : refusal.kind();
    return reason.name().toLowerCase(Locale.ROOT);
  }
}

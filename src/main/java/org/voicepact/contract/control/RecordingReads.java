package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.AuditSettings;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.control.TellingSeldom;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;

/** Tells the audit trail, where {@code AUDIT_READS} is on, who has read a contract: the same once in an hour. */
@Singleton
public class RecordingReads {

  private final AuditSettings settings;
  private final AuditTrail audit;
  private final TellingSeldom seldom;
  private final Clock clock;

  @Inject
  public RecordingReads(
      AuditSettings settings, AuditTrail audit, TellingSeldom seldom, Clock clock) {
    this.settings = settings;
    this.audit = audit;
    this.seldom = seldom;
    this.clock = clock;
  }

  public boolean isOn() {
    return settings.readsAreLogged();
  }

  /**
   * @param contract one that exists
   * @param what was read, as {@code proof}
   */
  @Transactional
  public void record(ContractId contract, Actor reader, String what) {
    Instant now = clock.instant();
    String subject = contract.value() + " " + reader.name() + " " + what;
    Subject read = Subject.contract(contract.value());
    if (audit.hasRoom(read, Room.EXTRAS) && seldom.turn(subject, now).isPresent()) {
      audit.byCaller(reader, "contract.read", read, Map.of("what", what), now);
    }
  }
}

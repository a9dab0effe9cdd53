package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.Commitments;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;

/** Signs a statement about what a party did with a contract, and adds to the audit trail an entry that names it. */
@Singleton
public class RecordingAct {

  private final Contracts contracts;
  private final SigningStatements signing;
  private final AuditTrail audit;

  @Inject
  public RecordingAct(Contracts contracts, SigningStatements signing, AuditTrail audit) {
    this.contracts = contracts;
    this.signing = signing;
    this.audit = audit;
  }

  /**
   * What a party did.
   *
   * @param action as the audit trail names it
   * @param words of the party, of which only a keyed digest is signed
   * @param decides whether it gave the contract its present status
   */
  public record Act(
      Statement.Type type,
      String action,
      Particulars particulars,
      Optional<String> words,
      boolean decides) {

    static Act plain(Statement.Type type, String action) {
      return new Act(type, action, Particulars.NONE, Optional.empty(), false);
    }
  }

  /** Within the caller's transaction, so that the act and its evidence are there together or not at all. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(Contract contract, Party party, Act act, Provenance how, Instant now) {
    ContractVersion version = contracts.version(contract.id(), contract.version());
    String statement = signing.sign(statement(version, party, act, how, now));
    Map<String, String> data = new HashMap<>();
    data.put("version", Integer.toString(version.number()));
    data.put("statement", statement);
    if (act.decides) {
      data.putAll(LoggedData.status(contract));
    }
    // The outcome is the status.
    act.particulars.withoutOutcome().each(data::put);
    audit.byParty(party.commitment(), how, act.action, contract.id().value(), data, now);
  }

  /** Of a message the whole text is committed to, else the words that came as such. */
  private static Statement statement(
      ContractVersion version, Party party, Act act, Provenance how, Instant now) {
    return new Statement(
        act.type,
        version.contractId(),
        version.number(),
        version.hash(),
        version.hashAlgorithm(),
        party.role().wire(),
        party.commitment(),
        how.channel(),
        how.assurance(),
        how.messageId(),
        how.text()
            .or(act::words)
            .map(text -> Commitments.text(party.commitmentKey().orElseThrow(), text)),
        now,
        act.particulars);
  }
}

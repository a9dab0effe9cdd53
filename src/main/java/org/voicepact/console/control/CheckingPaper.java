package org.voicepact.console.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.evidence.entity.RecordedAnswer;

/** Finds what a certificate speaks of. Who has the whole hash of a version may know what that version says. */
@Singleton
public class CheckingPaper {

  private final Contracts contracts;
  private final SigningStatements statements;

  @Inject
  public CheckingPaper(Contracts contracts, SigningStatements statements) {
    this.contracts = contracts;
    this.statements = statements;
  }

  /**
   * @param version the one whose hash was named; maybe not the current one
   * @param answers to this version, in the order in which they came
   */
  public record Found(Contract contract, ContractVersion version, List<RecordedAnswer> answers) {

    public boolean isSuperseded() {
      return version.number() != contract.version();
    }
  }

  /**
   * @param hash all 64 digits of it, in lower case
   * @return empty where there is no such contract or it has no version with this hash
   */
  @Transactional
  public Optional<Found> find(ContractId id, String hash) {
    return contracts
        .versionWithHash(id, hash)
        .map(version ->
            new Found(contracts.view(id).contract(), version, answers(id, version.number())));
  }

  private List<RecordedAnswer> answers(ContractId id, int version) {
    return statements.about(id.value()).stream()
        .map(RecordedAnswer::of)
        .filter(answer -> answer.type().isAnswer() && answer.version() == version)
        .toList();
  }
}

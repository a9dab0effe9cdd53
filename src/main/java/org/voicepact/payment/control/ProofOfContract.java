package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.evidence.entity.Statement;

/**
 * Whether what the parties of a contract said is known to come from them. Money never moves on a claim. After a dispute
 * the decision stands in for what was accepted before.
 */
@Singleton
public class ProofOfContract {

  private final SigningStatements statements;

  @Inject
  public ProofOfContract(SigningStatements statements) {
    this.statements = statements;
  }

  /** The proof that is missing, in words for a caller; empty where none is. */
  @Transactional
  public Optional<String> missing(Contract contract) {
    List<RecordedAnswer> answers = statements.about(contract.id().value()).stream()
        .map(RecordedAnswer::of)
        .filter(answer -> answer.version() == contract.version())
        .toList();
    return contract.parties().stream()
        .filter(party -> !isProved(party, answers, Statement.Type.CONFIRMATION))
        .findFirst()
        .map(party -> "the confirmation of the " + party.role().wire() + " was only claimed")
        .or(() -> acceptance(contract, answers));
  }

  private static boolean isProved(Party party, List<RecordedAnswer> answers, Statement.Type type) {
    return answers.stream()
        .filter(answer -> answer.type() == type)
        .filter(answer -> answer.partyCommitment().equals(party.commitment()))
        .anyMatch(answer -> !answer.assurance().isHearsay());
  }

  private static Optional<String> acceptance(Contract contract, List<RecordedAnswer> answers) {
    boolean isDecided = contract.dispute().flatMap(Dispute::outcome).isPresent();
    return answers.stream()
        .filter(answer -> !isDecided)
        .filter(answer -> answer.type() == Statement.Type.ACCEPTANCE)
        .filter(answer -> answer.assurance().isHearsay())
        .findFirst()
        .map(answer -> "the acceptance of the delivery was only claimed");
  }
}

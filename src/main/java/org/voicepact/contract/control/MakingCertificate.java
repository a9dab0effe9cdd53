package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.DrawingCertificate;
import org.voicepact.evidence.control.MakingProof;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.entity.Language;

/**
 * Makes the paper that says what was agreed and who answered how. It holds no number but its last four digits, in the
 * attached proof neither. No transaction is open while it is drawn.
 */
@Singleton
public class MakingCertificate {

  private final Contracts contracts;
  private final SigningStatements statements;
  private final MakingProof proofs;
  private final DrawingCertificate drawing;
  private final PublicAddress address;
  private final Clock clock;

  @Inject
  public MakingCertificate(
      Contracts contracts,
      SigningStatements statements,
      MakingProof proofs,
      DrawingCertificate drawing,
      PublicAddress address,
      Clock clock) {
    this.contracts = contracts;
    this.statements = statements;
    this.proofs = proofs;
    this.drawing = drawing;
    this.address = address;
    this.clock = clock;
  }

  /**
   * @param wanted the language; the contract's own where it is empty
   * @return a PDF file
   * @throws org.voicepact.contract.entity.ContractRefusal where there is no such contract
   */
  public byte[] make(ContractId id, Optional<Language> wanted) {
    Instant now = clock.instant();
    ContractView view = contracts.view(id);
    List<RecordedAnswer> answers = statements.about(id.value()).stream()
        .map(RecordedAnswer::of)
        .filter(answer -> answer.version() == view.current().number())
        .toList();
    Language language = wanted.orElse(view.contract().language());
    return drawing.draw(
        new CertificateText(view, answers, language, now).content(address.of("/verify/" + id)),
        proofs.of(id.value(), Optional.empty()));
  }
}

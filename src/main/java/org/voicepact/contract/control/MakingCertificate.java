package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.DrawingCertificate;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.entity.Language;

/**
 * Makes the paper that says what was agreed and who answered how. The paper itself holds no number but its
 * last four digits. No transaction is open while it is drawn.
 */
@Singleton
public class MakingCertificate {

  private final Contracts contracts;
  private final SigningStatements statements;
  private final ProvingContract proving;
  private final DrawingCertificate drawing;
  private final PublicAddress address;
  private final Clock clock;

  @Inject
  public MakingCertificate(
      Contracts contracts,
      SigningStatements statements,
      ProvingContract proving,
      DrawingCertificate drawing,
      PublicAddress address,
      Clock clock) {
    this.contracts = contracts;
    this.statements = statements;
    this.proving = proving;
    this.drawing = drawing;
    this.address = address;
    this.clock = clock;
  }

  /**
   * @param wanted the language; the contract's own where it is empty
   * @param disclosed whether names and numbers are in the attached proof
   * @return a PDF file
   * @throws org.voicepact.contract.entity.ContractRefusal where there is no such contract
   */
  public byte[] make(ContractId id, Optional<Language> wanted, boolean disclosed) {
    Instant now = clock.instant();
    ContractView view = contracts.view(id);
    List<RecordedAnswer> answers = statements.about(id.value()).stream()
        .map(RecordedAnswer::of)
        .filter(answer -> answer.version() == view.current().number())
        .toList();
    Language language = wanted.orElse(view.contract().language());
    return drawing.draw(
        new CertificateText(view, answers, language, now).content(address.of("/verify/" + id)),
        proving.proof(id, disclosed));
  }
}

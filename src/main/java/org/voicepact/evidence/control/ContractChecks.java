package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.StatementDocument;
import org.voicepact.platform.control.Sha256;

/** Whether the documents about a contract say what its chain in the log says. */
public final class ContractChecks {

  private ContractChecks() {}

  /**
   * @throws NotThisFormat where this is no contract in its canonical form
   * @throws DoesNotHold where it is not the version that was recorded
   */
  public static ContractDocument version(
      Proof.Version proven, ContractCourse.Version recorded, String contractId) {
    unless(proven.hash().equals(recorded.hash()), "its hash is not the one that its entry names");
    unless(
        recorded
            .algorithm()
            .hash(proven.canonical().getBytes(StandardCharsets.UTF_8))
            .equals(proven.hash()),
        "its canonical form has another hash");
    ContractDocument contract = ContractDocument.of(CanonicalJson.read(proven.canonical()));
    unless(contract.contractId().equals(contractId), "it names another contract");
    unless(contract.version() == recorded.number(), "it names another version");
    return contract;
  }

  /**
   * @param version the version that it is about
   * @return the statement in words
   * @throws NotThisFormat where this is no statement in its canonical form
   * @throws DoesNotHold where it is not the statement about this answer, or not signed as it must be
   */
  public static String statement(
      SignedDocument proven,
      ContractCourse.Answer answer,
      ContractDocument version,
      KeyHistory keys) {
    unless(
        Sha256.hex(proven.bytes()).equals(answer.statement()),
        "it is not the statement that its entry names");
    StatementDocument statement = StatementDocument.of(CanonicalJson.read(proven.text()));
    saysTheSame(statement, answer, version);
    unless(
        version
            .parties()
            .contains(
                new ContractDocument.Party(statement.partyRole(), statement.partyCommitment())),
        "its party is none of the version that it names");
    unless(
        statement.type().mayBeBy(statement.partyRole()),
        "a " + statement.partyRole() + " cannot make such a statement");
    unless(
        keys.signing(statement.keyId(), KeyPurpose.STATEMENT, answer.entry().sequence())
            .orElseThrow(() -> new DoesNotHold(
                "its key was not published for statements, or was retired, where its entry stands"))
            .verifies(proven.bytes(), proven.signature()),
        "its signature is not by the key that it names");
    return statement.type().wire() + " of version " + statement.version() + " by the "
        + statement.partyRole() + words(statement.particulars()) + ", " + statement.channel() + ", "
        + statement.assurance()
        + ", signed by " + statement.keyId();
  }

  private static String words(Particulars particulars) {
    StringBuilder words = new StringBuilder();
    particulars.each(
        (name, value) -> words.append(", ").append(name).append(' ').append(value));
    return words.toString();
  }

  private static void saysTheSame(
      StatementDocument statement, ContractCourse.Answer answer, ContractDocument version) {
    EntryDocument entry = answer.entry();
    unless(statement.contractId().equals(version.contractId()), "it names another contract");
    unless(statement.version() == answer.version().number(), "it names another version");
    unless(
        statement.contractHash().equals(answer.version().hash())
            && statement.hashAlgorithm() == answer.version().algorithm(),
        "it names another hash than its version has");
    unless(statement.type() == answer.type(), "it tells of another answer than its entry");
    unless(
        statement.particulars().equals(answer.particulars()),
        "it tells of another delivery or outcome than its entry");
    unless(
        entry.party().filter(statement.partyCommitment()::equals).isPresent(),
        "it names another party than its entry");
    unless(statement.channel().equals(entry.channel()), "its channel is not that of its entry");
    unless(
        entry.assurance().filter(statement.assurance()::equals).isPresent(),
        "its assurance is not that of its entry");
    unless(statement.receivedAt().equals(entry.time()), "its time is not that of its entry");
  }

  /**
   * @throws DoesNotHold where somebody else, or other words, were committed to
   */
  static void disclosure(Proof.Disclosure disclosure, List<ContractDocument> versions) {
    List<String> parties = disclosure.parties().stream()
        .map(party -> Commitments.party(party.key(), party.name(), party.phone()))
        .toList();
    for (ContractDocument version : versions) {
      unless(
          version.parties().stream()
              .map(ContractDocument.Party::commitment)
              .toList()
              .equals(parties),
          "the parties are not those of version " + version.version());
    }
    disclosure.transcript().ifPresent(transcript -> {
      String commitment = Commitments.transcript(transcript.key(), transcript.transcript());
      for (ContractDocument version : versions) {
        unless(
            version.transcriptCommitment().filter(commitment::equals).isPresent(),
            "the transcript is not that of version " + version.version());
      }
    });
  }
}

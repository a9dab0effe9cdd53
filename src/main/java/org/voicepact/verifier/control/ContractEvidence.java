package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.evidence.control.CanonicalJson;
import org.voicepact.evidence.control.Commitments;
import org.voicepact.evidence.control.ContractChecks;
import org.voicepact.evidence.control.ContractCourse;
import org.voicepact.evidence.control.KeyHistory;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.evidence.entity.StatementDocument;
import org.voicepact.platform.control.Sha256;

/**
 * What the tables have about one contract, compared with what the log says of it: first all its entries are told, then
 * its rows. A contract whose entries do not begin with its creation is older than the log, which cannot speak for it.
 */
final class ContractEvidence {

  private static final Set<Statement.Type> ANSWERS =
      Set.of(Statement.Type.CONFIRMATION, Statement.Type.DECLINE);

  private final Row contract;
  private final KeyHistory keys;
  private final Faults faults;
  private final ContractCourse course = new ContractCourse();
  private final Map<String, ContractCourse.Answer> answers = new HashMap<>();
  private final Map<Long, ContractDocument> versions = new HashMap<>();
  private final Set<Long> foundVersions = new HashSet<>();
  private final Set<String> foundStatements = new HashSet<>();
  private final List<PartyRow> parties = new ArrayList<>();
  private Optional<TranscriptRow> transcript = Optional.empty();
  private long told;
  private boolean isErased;
  private boolean isInLog;
  private long changed;

  /** The row of {@code contract}. */
  record Row(String id, String status, long version) {}

  /** A row of {@code contract_version}. */
  record VersionRow(
      long number, byte[] canonical, String hash, String algorithm, ShownVersion shown) {}

  /**
   * The row of {@code transcript}.
   *
   * @param words null once personal data was erased, as the key
   */
  record TranscriptRow(String words, byte[] key, String commitment) {

    private void requireIsWhole(boolean isErased) {
      if (isErased) {
        unless(
            words == null && key == null,
            "it is there, and an entry tells that personal data was erased");
      } else {
        unless(
            words != null && key != null && Commitments.transcript(key, words).equals(commitment),
            "its words are not what was committed to");
      }
    }
  }

  /** A row of {@code signed_statement}. */
  record StatementRow(
      byte[] statement, byte[] signature, String keyId, String type, long version, String party) {}

  ContractEvidence(Row contract, KeyHistory keys, Faults faults) {
    this.contract = contract;
    this.keys = keys;
    this.faults = faults;
  }

  /** The next entry of its chain. */
  void tell(EntryDocument entry) {
    if (told++ == 0) {
      isInLog = entry.action().equals(ContractCourse.CREATED);
    }
    if (!isInLog) {
      return;
    }
    isErased |= entry.action().equals("personal-data.erased");
    Optional<ContractCourse.State> before = course.present();
    faults.check(entry.sequence(), contract.id, () -> course.add(entry));
    if (!course.present().equals(before)) {
      changed = entry.sequence();
    }
  }

  void compare(VersionRow row) {
    if (!isInLog) {
      return;
    }
    String what = contract.id + ": version " + row.number;
    if (row.number < 1 || row.number > course.versions().size()) {
      faults.found(Faults.NOWHERE, what + ": no entry tells of it");
      return;
    }
    foundVersions.add(row.number);
    ContractCourse.Version recorded = course.versions().get((int) row.number - 1);
    faults.check(recorded.sequence(), what, () -> {
      unless(
          row.algorithm.equals(recorded.algorithm().name()),
          "its hash_algorithm is not the one that its entry names");
      Proof.Version stored = new Proof.Version(row.hash, text(row.canonical));
      ContractDocument version = ContractChecks.version(stored, recorded, contract.id);
      versions.put(row.number, version);
      row.shown.requireLike(version);
    });
  }

  /** The parties come in their order. */
  void add(PartyRow row) {
    parties.add(row);
  }

  void add(TranscriptRow row) {
    transcript = Optional.of(row);
  }

  private long sequenceOf(ContractDocument version) {
    return course.versions().get((int) version.version() - 1).sequence();
  }

  private void compareAnswers() {
    for (int i = 0; i < parties.size(); i++) {
      PartyRow row = parties.get(i);
      Optional<ContractCourse.Answer> last = course.answers().stream()
          .filter(answer -> ANSWERS.contains(answer.type())
              && answer.version().number() == course.versions().size()
              && answer.entry().party().filter(row.commitment()::equals).isPresent())
          .reduce((first, second) -> second);
      faults.check(
          last.map(answer -> answer.entry().sequence()).orElse(changed),
          contract.id + ": party " + (i + 1),
          () -> row.requireAnswered(last.map(ContractCourse.Answer::type)));
    }
  }

  private void compareTranscript() {
    for (ContractDocument version : versions.values()) {
      faults.check(sequenceOf(version), contract.id + ": the transcript", () -> {
        unless(
            version.transcriptCommitment().equals(transcript.map(TranscriptRow::commitment)),
            "its commitment is not what was hashed");
        transcript.ifPresent(row -> row.requireIsWhole(isErased));
      });
    }
  }

  private void compareParties() {
    for (ContractDocument version : versions.values()) {
      long sequence = sequenceOf(version);
      faults.check(
          sequence,
          contract.id,
          () -> unless(
              parties.size() == version.parties().size(),
              "it has " + parties.size() + " parties, and " + version.parties().size()
                  + " were hashed"));
      for (int i = 0; i < Math.min(parties.size(), version.parties().size()); i++) {
        PartyRow row = parties.get(i);
        ContractDocument.Party hashed = version.parties().get(i);
        faults.check(
            sequence, contract.id + ": party " + (i + 1), () -> row.requireIs(hashed, isErased));
      }
    }
  }

  void compare(StatementRow row) {
    if (!isInLog) {
      return;
    }
    if (answers.isEmpty()) {
      course.answers().forEach(answer -> answers.put(answer.statement(), answer));
    }
    String digest = Sha256.hex(row.statement);
    ContractCourse.Answer answer = answers.get(digest);
    String what = contract.id + ": the statement " + digest;
    if (answer == null || !foundStatements.add(digest)) {
      faults.found(Faults.NOWHERE, what + ": no entry names it");
    } else if (versions.containsKey(answer.version().number())) {
      faults.check(answer.entry().sequence(), what, () -> compare(row, answer));
    }
  }

  private void compare(StatementRow row, ContractCourse.Answer answer) {
    SignedDocument signed = new SignedDocument(text(row.statement), row.signature);
    ContractChecks.statement(signed, answer, versions.get(answer.version().number()), keys);
    StatementDocument statement = StatementDocument.of(CanonicalJson.read(signed.text()));
    unless(
        row.keyId.equals(statement.keyId())
            && row.type.equals(statement.type().name())
            && row.version == statement.version()
            && row.party.equals(statement.partyCommitment()),
        "the columns beside it say something else");
  }

  /** After all rows: nothing is missing, and the contract is what its entries have made it. */
  void end() {
    for (ContractCourse.Version version : course.versions()) {
      faults.check(
          version.sequence(),
          contract.id + ": version " + version.number(),
          () -> unless(foundVersions.contains(version.number()), "it is not there"));
    }
    for (ContractCourse.Answer answer : course.answers()) {
      faults.check(
          answer.entry().sequence(),
          contract.id + ": the statement " + answer.statement(),
          () -> unless(foundStatements.contains(answer.statement()), "it is not there"));
    }
    if (isInLog) {
      compareParties();
      compareAnswers();
      compareTranscript();
    }
    course.present().ifPresent(state -> faults.check(changed, contract.id, () -> compare(state)));
  }

  private void compare(ContractCourse.State state) {
    String status = contract.status.toLowerCase(Locale.ROOT);
    unless(
        state.status().equals(status),
        "since then it is " + state.status() + ", and contract says " + status);
    unless(
        state.version() == contract.version,
        "since then it has version " + state.version() + ", and contract says " + contract.version);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Whether the log can speak for it. */
  boolean isInLog() {
    return isInLog;
  }
}

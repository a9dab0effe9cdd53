package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.evidence.control.CanonicalJson;
import org.voicepact.evidence.control.ContractChecks;
import org.voicepact.evidence.control.ContractCourse;
import org.voicepact.evidence.control.KeyHistory;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.StatementDocument;
import org.voicepact.platform.control.Sha256;

/**
 * What the tables have about one contract, compared with what the log says of it: first all its entries are told, then
 * its rows. A contract whose entries do not begin with its creation is older than the log, which cannot speak for it.
 */
final class ContractEvidence {

  private final Row contract;
  private final KeyHistory keys;
  private final Faults faults;
  private final ContractCourse course = new ContractCourse();
  private final Map<String, ContractCourse.Answer> answers = new HashMap<>();
  private final Map<Long, ContractDocument> versions = new HashMap<>();
  private final Set<Long> foundVersions = new HashSet<>();
  private final Set<String> foundStatements = new HashSet<>();
  private long told;
  private boolean isInLog;
  private long changed;

  /** The row of {@code contract}. */
  record Row(String id, String status, long version) {}

  /** A row of {@code contract_version}. */
  record VersionRow(long number, byte[] canonical, String hash, String algorithm) {}

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
      versions.put(row.number, ContractChecks.version(stored, recorded, contract.id));
    });
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

package org.voicepact.verifier.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.evidence.control.KeyHistory;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.verifier.control.ContractEvidence.Row;
import org.voicepact.verifier.control.ContractEvidence.StatementRow;
import org.voicepact.verifier.control.ContractEvidence.TranscriptRow;
import org.voicepact.verifier.control.ContractEvidence.VersionRow;

/**
 * Compares contracts, versions and statements with a log that was found to be right. Entries that wait for their place
 * count as if they had one behind its end.
 */
final class CheckingContracts {

  private static final int AT_ONCE = 50;
  private static final String CONTRACTS =
      "SELECT id, status, version FROM contract WHERE id > ? ORDER BY id FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY";
  private static final String PLACED = "SELECT l.chain AS contract, l.sequence, "
      + StoredEntry.COLUMNS
      + " FROM audit_log l JOIN audit_entry e ON e.id = l.entry_id"
      + " WHERE l.chain BETWEEN ? AND ? ORDER BY l.chain, l.number";
  private static final String WAITING = "SELECT w.chain AS contract, w.entry_id, "
      + StoredEntry.COLUMNS
      + " FROM audit_waiting w JOIN audit_entry e ON e.id = w.entry_id"
      + " WHERE w.chain BETWEEN ? AND ? ORDER BY w.entry_id";
  private static final String VERSIONS =
      "SELECT v.contract_id AS contract, v.number, v.canonical, v.hash, v.hash_algorithm, "
          + ShownVersion.COLUMNS
          + " FROM contract_version v JOIN contract c ON c.id = v.contract_id"
          + " WHERE v.contract_id BETWEEN ? AND ? ORDER BY v.contract_id, v.number";
  private static final String PARTIES = "SELECT p.contract_id AS contract, "
      + PartyRow.COLUMNS
      + " FROM party p WHERE p.contract_id BETWEEN ? AND ? ORDER BY p.contract_id, p.position";
  private static final String TRANSCRIPTS =
      "SELECT t.contract_id AS contract, t.words, t.commitment_key, t.commitment"
          + " FROM transcript t WHERE t.contract_id BETWEEN ? AND ?";
  private static final String STATEMENTS = "SELECT contract_id AS contract, statement, signature,"
      + " key_id, type, version, party_commitment"
      + " FROM signed_statement WHERE contract_id BETWEEN ? AND ? ORDER BY contract_id, version";
  private static final String ENTRIES_WITHOUT_CONTRACT =
      "SELECT MIN(l.sequence), l.chain FROM audit_log l LEFT JOIN contract c ON c.id = l.chain"
          + " WHERE l.chain <> '"
          + KeyHistory.CHAIN
          + "' AND c.id IS NULL GROUP BY l.chain";
  private static final String STATEMENTS_WITHOUT_CONTRACT =
      "SELECT DISTINCT s.contract_id FROM signed_statement s"
          + " LEFT JOIN contract c ON c.id = s.contract_id WHERE c.id IS NULL";

  private final OpenDatabase database;
  private final long size;
  private final KeyHistory keys;
  private final Faults faults;
  private final long beforeWaiting;
  private long contracts;
  private long older;
  private long versions;
  private long statements;

  CheckingContracts(OpenDatabase database, CheckingLog log) {
    this.database = database;
    this.size = log.size();
    this.keys = log.keys();
    this.faults = new Faults(size);
    this.beforeWaiting =
        database.number("SELECT COALESCE(MIN(entry_id), 0) - 1 FROM audit_waiting");
  }

  /** What is done with a row about a contract. */
  private interface Step {
    void take(ResultSet row, ContractEvidence contract) throws SQLException;
  }

  /**
   * @return what was found, in words
   * @throws DoesNotHold the fault that comes first in the log
   */
  String check() {
    database.each(WAITING, this::addKey, KeyHistory.CHAIN, KeyHistory.CHAIN);
    for (List<Row> page = page("");
        !page.isEmpty();
        page = page(page.get(page.size() - 1).id())) {
      check(page);
    }
    database.each(
        ENTRIES_WITHOUT_CONTRACT,
        row -> faults.found(row.getLong(1), row.getString(2) + ": there is no such contract"));
    database.each(
        STATEMENTS_WITHOUT_CONTRACT,
        row -> faults.found(
            Faults.NOWHERE, row.getString(1) + ": a statement, and there is no such contract"));
    faults.requireNone();
    return contracts + ", with " + versions + " versions and " + statements + " statements; "
        + older + " contracts are older than the log, which says nothing of them";
  }

  /** A key that waits may have signed statements already. */
  private void addKey(ResultSet row) throws SQLException {
    StoredEntry entry = StoredEntry.read(row);
    long sequence = waitingSequence(row);
    faults.check(sequence, KeyHistory.CHAIN, () -> keys.add(entry.at(sequence, Optional.empty())));
  }

  private long waitingSequence(ResultSet row) throws SQLException {
    return size + row.getLong("entry_id") - beforeWaiting;
  }

  private List<Row> page(String after) {
    return database.list(
        CONTRACTS,
        row -> new Row(row.getString("id"), row.getString("status"), row.getLong("version")),
        after);
  }

  private void check(List<Row> page) {
    Map<String, ContractEvidence> byId = new LinkedHashMap<>();
    page.forEach(row -> byId.put(row.id(), new ContractEvidence(row, keys, faults)));
    each(PLACED, byId, (row, contract) -> tell(row, row.getLong("sequence"), contract));
    each(WAITING, byId, (row, contract) -> tell(row, waitingSequence(row), contract));
    each(VERSIONS, byId, this::compareVersion);
    each(PARTIES, byId, (row, contract) -> contract.add(PartyRow.read(row)));
    each(TRANSCRIPTS, byId, CheckingContracts::addTranscript);
    each(STATEMENTS, byId, this::compareStatement);
    byId.values().forEach(ContractEvidence::end);
    contracts += page.size();
    older += byId.values().stream().filter(contract -> !contract.isInLog()).count();
  }

  /** All rows about these contracts, which stand side by side in the order of the database. */
  private void each(String query, Map<String, ContractEvidence> byId, Step step) {
    List<String> ids = List.copyOf(byId.keySet());
    database.each(
        query,
        row -> {
          ContractEvidence contract = byId.get(row.getString("contract"));
          if (contract != null) {
            step.take(row, contract);
          }
        },
        ids.get(0),
        ids.get(ids.size() - 1));
  }

  private void tell(ResultSet row, long sequence, ContractEvidence contract) throws SQLException {
    StoredEntry entry = StoredEntry.read(row);
    faults.check(sequence, "the entry", () -> contract.tell(entry.at(sequence, Optional.empty())));
  }

  private void compareVersion(ResultSet row, ContractEvidence contract) throws SQLException {
    versions++;
    contract.compare(new VersionRow(
        row.getLong("number"),
        row.getBytes("canonical"),
        row.getString("hash"),
        row.getString("hash_algorithm"),
        ShownVersion.read(row)));
  }

  private static void addTranscript(ResultSet row, ContractEvidence contract) throws SQLException {
    contract.add(new TranscriptRow(
        row.getString("words"), row.getBytes("commitment_key"), row.getString("commitment")));
  }

  private void compareStatement(ResultSet row, ContractEvidence contract) throws SQLException {
    statements++;
    contract.compare(new StatementRow(
        row.getBytes("statement"),
        row.getBytes("signature"),
        row.getString("key_id"),
        row.getString("type"),
        row.getLong("version"),
        row.getString("party_commitment")));
  }
}

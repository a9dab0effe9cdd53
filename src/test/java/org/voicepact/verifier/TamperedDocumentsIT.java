package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.verifier.DatabaseCopy.Tampering;
import org.voicepact.verifier.VerifyProgram.Run;

/** Contracts, versions and statements that somebody has changed beside a log that is as it was. */
class TamperedDocumentsIT {

  private static final String VERSION = " WHERE contract_id = ? AND number = 1";
  private static final String FIRST_PARTY = " WHERE contract_id = ? AND position = 0";
  private static final String STATEMENT = " WHERE contract_id = ? AND party_commitment ="
      + " (SELECT commitment FROM party p WHERE p.contract_id = signed_statement.contract_id"
      + " AND position = 0)";

  private final SampleInstallation installation = SampleInstallation.one();

  @TempDir
  private Path folder;

  private DatabaseCopy copy;

  /** A contract that was confirmed by both. */
  private String id;

  private String digest;

  @BeforeEach
  void findAContract() throws IOException, SQLException {
    copy = new DatabaseCopy(folder);
    copy.tamper(database -> {
      id = database.text("SELECT id FROM contract WHERE status = 'ACTIVE' AND version = 1"
          + " ORDER BY id OFFSET 500 ROWS FETCH FIRST 1 ROWS ONLY");
      digest = database.text(
          "SELECT LOWER(RAWTOHEX(HASH('SHA-256', statement))) FROM signed_statement" + STATEMENT,
          id);
    });
  }

  /** The entry of the contract that has this action, the first of it. */
  private String entry(String action) throws SQLException {
    return "entry "
        + copy.number(
            "SELECT MIN(l.sequence) FROM audit_log l JOIN audit_entry e ON e.id = l.entry_id"
                + " WHERE l.chain = ? AND e.action = ?",
            id,
            action)
        + ": " + id + ": ";
  }

  private String created() throws SQLException {
    return entry("contract.created") + "version 1: ";
  }

  private String confirmed() throws SQLException {
    return entry("party.confirmed") + "the statement " + digest + ": ";
  }

  private void assertFound(String fault, Tampering tampering) throws SQLException {
    copy.tamper(tampering)
        .verify("--fingerprint", installation.fingerprint())
        .assertFound("FAILED: " + fault);
  }

  @Test
  void canonicalFormThatWasChangedIsNamed() throws SQLException {
    assertFound(created() + "its canonical form has another hash", database -> {
      byte[] canonical = database
          .list("SELECT canonical FROM contract_version" + VERSION, row -> row.getBytes(1), id)
          .get(0);
      String changed =
          new String(canonical, StandardCharsets.UTF_8).replace("\"350000.00\"", "\"350000.01\"");
      database.change(
          "UPDATE contract_version SET canonical = ?" + VERSION,
          changed.getBytes(StandardCharsets.UTF_8),
          id);
    });
  }

  @Test
  void hashBesideTheCanonicalFormThatWasChangedIsNamed() throws SQLException {
    assertFound(
        created() + "its hash is not the one that its entry names",
        database -> database.change(
            "UPDATE contract_version SET hash = TRANSLATE(hash, '01234567', '12345670')" + VERSION,
            id));
    assertFound(
        created() + "its hash_algorithm is not the one that its entry names",
        database ->
            database.change("UPDATE contract_version SET hash_algorithm = 'SHA256'" + VERSION, id));
  }

  /** What the API, messages and certificates show stands beside the canonical form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms = REPLACE(terms, '350000', '350001') | its terms are not what was hashed",
        "terms = 'none' | its terms are no JSON",
        "total_amount = total_amount + 1 | its total_amount is not what was hashed",
        "total_amount = NULL | its total_amount is not what was hashed",
        "currency = 'UGX' | its currency is not what was hashed",
        "product = 'sand' | its product is not what was hashed",
        "expires_at = DATEADD(DAY, 1, expires_at) | its expires_at is not what was hashed"
      })
  void columnBesideTheCanonicalFormThatWasChangedIsNamed(String change, String fault)
      throws SQLException {
    assertFound(
        created() + fault,
        database -> database.change("UPDATE contract_version SET " + change + VERSION, id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type = 'LOGISTICS' | contract says another type",
        "expires_at = DATEADD(DAY, 1, expires_at) | contract says another expires_at",
        "created_at = DATEADD(DAY, -1, created_at) | contract says another created_at"
      })
  void contractOfAnotherKindOrTimeIsNamed(String change, String fault) throws SQLException {
    assertFound(
        created() + fault,
        database -> database.change("UPDATE contract SET " + change + " WHERE id = ?", id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone = '+254799999999' | its name or number is not what was committed to",
        "phone = 'nobody' | its name or number is not what was committed to",
        "name = 'Mallory' | its name or number is not what was committed to",
        "commitment_key = NULL | its number or key is gone, and no entry tells that it was erased",
        "role = 'WITNESS' | its role or commitment is not what was hashed"
      })
  void partyThatWasChangedIsNamed(String change, String fault) throws SQLException {
    assertFound(
        entry("contract.created") + "party 1: " + fault,
        database -> database.change("UPDATE party SET " + change + FIRST_PARTY, id));
  }

  @Test
  void partyThatWasTakenAwayIsNamed() throws SQLException {
    assertFound(
        entry("contract.created") + "it has 1 parties, and 2 were hashed",
        database ->
            database.change("DELETE FROM party WHERE contract_id = ? AND position = 1", id));
  }

  @Test
  void answerOfAPartyThatWasChangedIsNamed() throws SQLException {
    assertFound(
        entry("party.confirmed")
            + "party 1: it is DECLINED in its table, and CONFIRMED by its entries",
        database ->
            database.change("UPDATE party SET confirmation = 'DECLINED'" + FIRST_PARTY, id));
  }

  @Test
  void versionThatWasTakenAwayOrAddedIsNamed() throws SQLException {
    assertFound(
        id + ": version 2: no entry tells of it",
        database -> database.change(
            "INSERT INTO contract_version SELECT contract_id, 2, created_at, expires_at,"
                + " total_amount, currency, terms, canonical, hash, hash_algorithm, product"
                + " FROM contract_version"
                + VERSION,
            id));
    assertFound(
        created() + "it is not there (and 1 more)",
        database -> database.change("DELETE FROM contract_version" + VERSION, id));
  }

  @Test
  void statementThatWasTakenAwayIsNamed() throws SQLException {
    assertFound(
        confirmed() + "it is not there",
        database -> database.change("DELETE FROM signed_statement" + STATEMENT, id));
  }

  @Test
  void statementThatWasChangedIsNamed() throws SQLException {
    assertFound(
        confirmed() + "its signature is not by the key that it names",
        database -> database.change(
            "UPDATE signed_statement SET signature = SUBSTRING(signature, 2) || SUBSTRING(signature, 1, 1)"
                + STATEMENT,
            id));
    assertFound(
        confirmed() + "it is not there (and 1 more)",
        database -> database.change(
            "UPDATE signed_statement SET statement = statement || X'20'" + STATEMENT, id));
  }

  @Test
  void columnsBesideAStatementThatWereChangedAreNamed() throws SQLException {
    assertFound(
        confirmed() + "the columns beside it say something else",
        database ->
            database.change("UPDATE signed_statement SET type = 'DECLINE'" + STATEMENT, id));
  }

  @Test
  void statementThatNoEntryNamesIsNamed() throws SQLException {
    assertFound(
        id + ": the statement " + digest + ": no entry names it",
        database -> database.change(
            "INSERT INTO signed_statement SELECT 0, contract_id, 2, party_commitment, type, claim,"
                + " statement, signature, algorithm, key_id, received_at FROM signed_statement"
                + STATEMENT,
            id));
    assertFound(
        "AG-2019-000001: a statement, and there is no such contract",
        database -> database.change(
            "UPDATE signed_statement SET contract_id = 'AG-2019-000001' WHERE id = 0"));
  }

  @Test
  void statusAndVersionThatWereChangedAreNamed() throws SQLException {
    String last = entry("contract.activated");
    assertFound(
        last + "since then it is active, and contract says pending",
        database -> database.change("UPDATE contract SET status = 'PENDING' WHERE id = ?", id));
    assertFound(
        last + "since then it has version 1, and contract says 2",
        database ->
            database.change("UPDATE contract SET status = 'ACTIVE', version = 2 WHERE id = ?", id));
  }

  @Test
  void contractThatWasTakenAwayIsNamed() throws SQLException {
    assertFound(entry("contract.created") + "there is no such contract (and 1 more)", database -> {
      database.execute("SET REFERENTIAL_INTEGRITY FALSE");
      database.change("DELETE FROM contract WHERE id = ?", id);
    });
  }

  @Test
  void faultThatComesFirstInTheLogIsNamed() throws SQLException {
    assertFound(confirmed() + "it is not there (and 1 more)", database -> {
      database.change("UPDATE contract SET status = 'EXPIRED' WHERE id = ?", id);
      database.change("DELETE FROM signed_statement" + STATEMENT, id);
    });
  }

  @Test
  void contractThatIsOlderThanTheLogIsCounted() throws SQLException {
    copy.tamper(database -> {
      database.change(
          "INSERT INTO contract (id, type, status, version, created_at, expires_at, updated_at, revision)"
              + " SELECT 'AG-2019-000001', type, status, version, created_at, expires_at, updated_at, revision"
              + " FROM contract WHERE id = '" + id + "'");
      database.change("INSERT INTO contract_version SELECT 'AG-2019-000001', number, created_at,"
          + " expires_at, total_amount, currency, terms, canonical, hash, hash_algorithm, product"
          + " FROM contract_version WHERE contract_id = '" + id + "'");
    });

    Run run = copy.verify("--fingerprint", installation.fingerprint());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.line("contracts: ")).contains("1 contracts are older than the log");
  }
}

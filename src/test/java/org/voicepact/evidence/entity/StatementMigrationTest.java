package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The table of statements was made anew once; what was in it is evidence. */
class StatementMigrationTest {

  private static final String URL =
      "jdbc:h2:mem:statements;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
  private static final String COLUMNS = "contract_id, version, party_commitment, type, statement,"
      + " signature, algorithm, key_id, received_at";
  private static final String VALUES =
      "'AG-2026-000001', 1, 'c0ffee', '%s', X'7B7D', X'AA', 'ED25519',"
          + " 'the key', TIMESTAMP '2026-11-24 09:30:00.007+00'";

  private static void migrate(String target) {
    Flyway.configure(StatementMigrationTest.class.getClassLoader())
        .dataSource(URL, "voicepact", "")
        .placeholders(Map.of("unlogged", "", "sequence_cache", "1"))
        .target(target)
        .load()
        .migrate();
  }

  @Test
  void statementsStayAsTheyWereAndAPartyMayStateMoreThanOneDelivery() throws SQLException {
    migrate("8");
    try (Connection connection = DriverManager.getConnection(URL, "voicepact", "");
        Statement database = connection.createStatement()) {
      database.execute("INSERT INTO published_key (key_id, algorithm, public_jwk, public_key_info,"
          + " first_used_at, purpose) VALUES ('the key', 'ED25519', '{}', X'00', CURRENT_TIMESTAMP,"
          + " 'STATEMENT')");
      database.execute("INSERT INTO signed_statement (id, " + COLUMNS + ") VALUES (7, "
          + VALUES.formatted("CONFIRMATION") + ")");
      String before = row(database, "7");

      migrate("latest");

      assertThat(row(database, "7")).isEqualTo(before).contains("AG-2026-000001", "c0ffee");
      String insert = "INSERT INTO signed_statement (id, claim, " + COLUMNS + ") VALUES (%d, %d, "
          + VALUES.formatted("DELIVERY") + ")";
      database.execute(insert.formatted(8, 1));
      database.execute(insert.formatted(9, 2));
      assertThatThrownBy(() -> database.execute(insert.formatted(10, 2)))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> database.execute("INSERT INTO signed_statement (id, claim, "
              + COLUMNS + ") VALUES (11, 0, " + VALUES.formatted("CONFIRMATION") + ")"))
          .isInstanceOf(SQLException.class);
    }
  }

  private static String row(Statement database, String id) throws SQLException {
    try (ResultSet rows =
        database.executeQuery("SELECT " + COLUMNS + " FROM signed_statement WHERE id = " + id)) {
      rows.next();
      StringBuilder row = new StringBuilder();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.append(rows.getString(i)).append('|');
      }
      return row.toString();
    }
  }
}

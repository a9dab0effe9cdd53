package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.voicepact.testing.VoicePactServer;

/** Looks into the ledger of a server that is down, by the entries alone. */
final class Ledgers {

  /** What must find no row. */
  private static final Map<String, String> FAULTS = Map.of(
      "movements that do not sum to zero",
      "SELECT movement FROM ledger_entry GROUP BY movement, currency HAVING SUM(amount) <> 0"
          + " OR COUNT(*) <> 2",
      "contracts whose accounts do not sum to zero",
      "SELECT contract_id FROM ledger_entry GROUP BY contract_id, currency HAVING SUM(amount) <> 0",
      "accounts that gave what they had not",
      "SELECT account FROM ledger_entry WHERE account <> 'BUYER' GROUP BY contract_id, currency, account"
          + " HAVING SUM(amount) < 0",
      "movements that the audit trail does not tell of",
      "SELECT m.contract_id FROM (SELECT contract_id, COUNT(*) AS n FROM ledger_entry WHERE place = 1"
          + " GROUP BY contract_id) m LEFT JOIN (SELECT subject, COUNT(*) AS n FROM audit_entry"
          + " WHERE action = 'money.moved' GROUP BY subject) a ON a.subject = m.contract_id"
          + " WHERE a.n IS NULL OR a.n <> m.n",
      "payouts that were paid twice, or would be where an older copy was restored",
      "SELECT o.payment_id FROM payout o JOIN payment p ON p.id = o.payment_id WHERE o.state = 'PAID'"
          + " GROUP BY o.payment_id, p.amount HAVING SUM(o.amount) > p.amount"
          + " UNION ALL SELECT id FROM payout WHERE order_id <> id",
      "numbers of erased contracts",
      "SELECT o.id FROM money_order o JOIN contract c ON c.id = o.contract_id"
          + " WHERE c.personal_data_erased_at IS NOT NULL AND o.phone IS NOT NULL",
      "words of notices about erased contracts",
      "SELECT n.id FROM payment_notice n JOIN money_order o ON o.id = n.order_id JOIN contract c"
          + " ON c.id = o.contract_id WHERE c.personal_data_erased_at IS NOT NULL AND n.words IS NOT NULL",
      "payments of erased contracts",
      "SELECT p.id FROM payment p JOIN contract c ON c.id = p.contract_id"
          + " WHERE c.personal_data_erased_at IS NOT NULL"
          + " AND (p.phone IS NOT NULL OR p.reason IS NOT NULL)",
      "reasons in payouts and approvals of erased contracts",
      "SELECT o.id FROM payout o JOIN contract c ON c.id = o.contract_id"
          + " WHERE c.personal_data_erased_at IS NOT NULL AND o.reason IS NOT NULL"
          + " UNION ALL SELECT a.payment_id FROM payment_approval a JOIN payment p ON p.id = a.payment_id"
          + " JOIN contract c ON c.id = p.contract_id"
          + " WHERE c.personal_data_erased_at IS NOT NULL AND a.reason IS NOT NULL",
      "prompts of erased contracts",
      "SELECT s.order_id FROM simulated_prompt s JOIN contract c ON c.id = s.contract_id"
          + " WHERE c.personal_data_erased_at IS NOT NULL"
          + " AND (s.phone IS NOT NULL OR s.callback IS NOT NULL)");

  private Ledgers() {}

  /** Ends a server and looks at its ledger: with it down its database can be read, also where it is a file. */
  static void closeWhole(VoicePactServer server) throws SQLException {
    try {
      server.stop();
      assertWhole(server);
    } finally {
      server.close();
    }
  }

  static void assertWhole(VoicePactServer server) throws SQLException {
    try (Connection database = server.connect();
        Statement statement = database.createStatement()) {
      assertThat(rows(statement, "SELECT movement FROM ledger_entry")).isPositive();
      for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
        assertThat(rows(statement, fault.getValue())).as(fault.getKey()).isZero();
      }
    }
  }

  private static int rows(Statement statement, String query) throws SQLException {
    int rows = 0;
    try (ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows++;
      }
    }
    return rows;
  }
}

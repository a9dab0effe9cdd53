package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No column is forgotten: of each that can hold text or bytes it is known whether personal data may be in it. */
class PersonalColumnsTest {

  private static final String URL =
      "jdbc:h2:mem:personal-columns;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

  /**
   * Names, ids, hashes, commitments, pseudonyms and the like; names that operators give to their keys; and what is known of
   * operators themselves, who take part in no contract.
   */
  private static final Set<String> NEVER_PERSONAL = Set.of(
      "api_key.created_by",
      "api_key.hash",
      "api_key.id",
      "api_key.name",
      "api_key.scopes",
      "claim_notice.contract_id",
      "attempt.subject",
      "audit_checkpoint.note",
      "audit_entry.action",
      "audit_entry.actor",
      "audit_entry.assurance",
      "audit_entry.chain",
      "audit_entry.channel",
      "audit_entry.data",
      "audit_entry.subject",
      "audit_log.chain",
      "audit_log.entry_hash",
      "audit_log.previous",
      "audit_node.hash",
      "audit_sink.sink",
      "audit_turn.subject",
      "audit_waiting.chain",
      "audit_writer.log",
      "contract.id",
      "contract.language",
      "contract.status",
      "contract.type",
      "contract_note.author",
      "contract_note.contract_id",
      "contract_version.contract_id",
      "contract_version.currency",
      "contract_version.hash",
      "contract_version.hash_algorithm",
      "delivery.contract_id",
      "delivery_report.gateway_id",
      "delivery_report.network",
      "delivery_report.phone",
      "delivery_report.reason",
      "delivery_report.status",
      "dispute.contract_id",
      "dispute.decided_by",
      "dispute.outcome",
      "dispute.raised_by",
      "idempotent_request.answer",
      "idempotent_request.body_hash",
      "idempotent_request.caller",
      "idempotent_request.key_hash",
      "idempotent_request.route",
      "inbound_message.contract_id",
      "inbound_message.gateway_id",
      "ledger_entry.account",
      "ledger_entry.contract_id",
      "ledger_entry.currency",
      "ledger_entry.movement",
      "money_order.contract_id",
      "money_order.currency",
      "money_order.direction",
      "money_order.id",
      "money_order.provider",
      "money_order.provider_reference",
      "money_order.receipt",
      "money_order.state",
      "money_order.told_receipt",
      "first_administrator.token_hash",
      "one_time_code.hash",
      "one_time_code.purpose",
      "one_time_code.recipient",
      "operator.display_name",
      "operator.id",
      "operator.language",
      "operator.name",
      "operator.password_hash",
      "operator.role",
      "operator.subject",
      "operator.token_subject",
      "operator_session.operator_id",
      "operator_session.token_hash",
      "outbound_message.contract_id",
      "outbound_message.failure",
      "outbound_message.kind",
      "outbound_message.status",
      "party.commitment",
      "party.confirmation",
      "party.contract_id",
      "party.language",
      "party.role",
      "payment.contract_id",
      "payment.currency",
      "payment.id",
      "payment.order_id",
      "payment.review_cause",
      "payment.status",
      "payment_approval.kind",
      "payment_approval.payment_id",
      "payment_approval.person",
      "payment_callback.order_id",
      "payment_callback.token_hash",
      "payment_notice.id",
      "payment_notice.order_id",
      "payment_notice.provider",
      "payment_notice.verdict",
      "payout.contract_id",
      "payout.currency",
      "payout.id",
      "payout.kind",
      "payout.order_id",
      "payout.payment_id",
      "payout.state",
      "person_language.language",
      "person_language.phone",
      "published_key.algorithm",
      "published_key.key_id",
      "published_key.public_jwk",
      "published_key.public_key_info",
      "published_key.purpose",
      "rate_bucket.id",
      "rate_bucket.state",
      "reconciled_day.provider",
      "reconciled_day.reconciled_on",
      // Numbers of movements and of orders, and amounts.
      "reconciliation_detail.differences",
      "reconciliation_detail.reconciliation_id",
      "reconciliation.id",
      "reconciliation.provider",
      "reconciliation.status",
      "sim_swap_answer.answer",
      "sim_swap_answer.request_id",
      "sim_swap_question.id",
      "sim_swap_question.phone",
      "sim_swap_question.request_id",
      "sms_opt_out.phone",
      "signed_statement.algorithm",
      "signed_statement.contract_id",
      "signed_statement.key_id",
      "signed_statement.party_commitment",
      "signed_statement.signature",
      "signed_statement.statement",
      "signed_statement.type",
      "simulated_prompt.contract_id",
      "simulated_prompt.currency",
      "simulated_prompt.kind",
      "simulated_prompt.order_id",
      "simulated_prompt.receipt",
      "simulated_prompt.state",
      "stated_receipt.provider",
      "stated_receipt.receipt",
      "transcript.commitment",
      "transcript.contract_id",
      "ussd_session.end_status",
      "ussd_session.id",
      "ussd_session.phone",
      "ussd_step.act",
      "ussd_step.code",
      "ussd_step.contract_id",
      "ussd_step.offers",
      "ussd_step.place",
      "ussd_step.session_id",
      "ussd_step.typed");

  /** Of these types a column can hold neither text nor bytes. */
  private static final String PLAIN_TYPES =
      "'BIGINT', 'BOOLEAN', 'INTEGER', 'NUMERIC', 'SMALLINT', 'TIMESTAMP WITH TIME ZONE'";

  private Connection database;

  @BeforeEach
  void migrate() throws SQLException {
    database = DriverManager.getConnection(URL, "voicepact", "");
    Flyway.configure(PersonalColumnsTest.class.getClassLoader())
        .dataSource(URL, "voicepact", "")
        .placeholders(Map.of("unlogged", "", "sequence_cache", "1"))
        .load()
        .migrate();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void eachColumnIsErasedOrKeptOnPurposeOrNeverPersonal() throws SQLException {
    Set<String> known = new TreeSet<>(NEVER_PERSONAL);
    known.addAll(PersonalColumns.ERASED.keySet());
    known.addAll(PersonalColumns.KEPT.keySet());

    assertThat(columns("UPPER(data_type) NOT IN (" + PLAIN_TYPES + ")")).isEqualTo(known);
    assertThat(known)
        .hasSize(
            NEVER_PERSONAL.size() + PersonalColumns.ERASED.size() + PersonalColumns.KEPT.size());
  }

  @Test
  void whatIsErasedMayBeBlank() throws SQLException {
    assertThat(columns("is_nullable = 'YES'")).containsAll(PersonalColumns.ERASED.keySet());
  }

  private Set<String> columns(String condition) throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history' AND "
                + condition)) {
      while (rows.next()) {
        columns.add(rows.getString(1) + "." + rows.getString(2));
      }
    }
    return columns;
  }
}

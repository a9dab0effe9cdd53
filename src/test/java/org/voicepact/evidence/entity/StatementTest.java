package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.Json;

class StatementTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void aStatementByRestHasExactlyTheseMembers() {
    Statement statement = statement(
        Statement.Type.CONFIRMATION,
        Channel.REST,
        Optional.empty(),
        Optional.empty(),
        Particulars.NONE);

    assertThat(statement.document("the key")).isEqualTo(Json.read("""
                {"type": "confirmation",
                 "format": "voicepact/confirmation/1",
                 "contract_id": "AG-2026-000123",
                 "version": "2",
                 "contract_hash": "0abc",
                 "hash_algorithm": "blake2b-256",
                 "party_role": "seller",
                 "party_commitment": "c0ffee",
                 "channel": "rest",
                 "assurance": "claimed",
                 "received_at": "2026-11-24T09:30:00.000Z",
                 "key_id": "the key"}
                """));
  }

  @Test
  void aStatementBySmsAlsoHasTheMessageAndTheCommitmentToItsText() {
    Statement statement = statement(
        Statement.Type.DECLINE,
        Channel.SMS,
        Optional.of("m-1"),
        Optional.of("feed"),
        Particulars.NONE);

    assertThat(statement.document("the key")).isEqualTo(Json.read("""
                {"type": "decline",
                 "format": "voicepact/decline/1",
                 "contract_id": "AG-2026-000123",
                 "version": "2",
                 "contract_hash": "0abc",
                 "hash_algorithm": "blake2b-256",
                 "party_role": "seller",
                 "party_commitment": "c0ffee",
                 "channel": "sms",
                 "assurance": "claimed",
                 "message_id": "m-1",
                 "text_commitment": "feed",
                 "received_at": "2026-11-24T09:30:00.000Z",
                 "key_id": "the key"}
                """));
  }

  @Test
  void aStatementAboutADeliveryAlsoHasItsNumberAndQuantity() {
    Statement statement = statement(
        Statement.Type.ACCEPTANCE,
        Channel.REST,
        Optional.empty(),
        Optional.empty(),
        Particulars.delivery(2, Optional.of("40.5")));

    JsonNode document = statement.document("the key");
    assertThat(document.path("type").textValue()).isEqualTo("acceptance");
    assertThat(document.path("format").textValue()).isEqualTo("voicepact/acceptance/1");
    assertThat(document.path("claim").textValue()).isEqualTo("2");
    assertThat(document.path("quantity").textValue()).isEqualTo("40.5");
    assertThat(document).hasSize(14);
  }

  @Test
  void aStatementAboutADecisionAlsoHasItsOutcome() {
    Statement statement = statement(
        Statement.Type.RESOLUTION,
        Channel.REST,
        Optional.empty(),
        Optional.empty(),
        Particulars.outcome("cancelled"));

    JsonNode document = statement.document("the key");
    assertThat(document.path("outcome").textValue()).isEqualTo("cancelled");
    assertThat(document).hasSize(13);
  }

  @Test
  void noTwoTypesHaveTheSameForm() {
    assertThat(Arrays.stream(Statement.Type.values()).map(Statement.Type::format))
        .doesNotHaveDuplicates();
  }

  private static Statement statement(
      Statement.Type type,
      Channel channel,
      Optional<String> messageId,
      Optional<String> textCommitment,
      Particulars particulars) {
    return new Statement(
        type,
        "AG-2026-000123",
        2,
        "0abc",
        HashAlgorithm.BLAKE2B,
        "seller",
        "c0ffee",
        channel,
        Assurance.CLAIMED,
        messageId,
        textCommitment,
        RECEIVED,
        particulars);
  }
}

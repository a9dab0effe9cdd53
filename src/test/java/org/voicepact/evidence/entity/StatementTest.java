package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.Json;

class StatementTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void aStatementByRestHasExactlyTheseMembers() {
    Statement statement =
        statement(Statement.Type.CONFIRMATION, Channel.REST, Optional.empty(), Optional.empty());

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
    Statement statement =
        statement(Statement.Type.DECLINE, Channel.SMS, Optional.of("m-1"), Optional.of("feed"));

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
  void aYesAndANoNeverHaveTheSameForm() {
    assertThat(Statement.Type.CONFIRMATION.format()).isNotEqualTo(Statement.Type.DECLINE.format());
  }

  private static Statement statement(
      Statement.Type type,
      Channel channel,
      Optional<String> messageId,
      Optional<String> textCommitment) {
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
        RECEIVED);
  }
}

package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.WireValue;

/**
 * An answer, or another act of a party, as the server has signed it, without what only a check of the signature needs.
 *
 * @param version of the contract that was answered
 * @param partyCommitment who answered
 */
public record RecordedAnswer(
    Statement.Type type,
    int version,
    String partyCommitment,
    Channel channel,
    Assurance assurance,
    Instant receivedAt,
    Particulars particulars) {

  /** Reads it from the bytes that were signed, so that nothing else is shown than what was. */
  public static RecordedAnswer of(SignedStatement signed) {
    JsonNode statement = Json.read(new String(signed.statement(), StandardCharsets.UTF_8));
    Statement.Type type = value(Statement.Type.class, statement, "type");
    return new RecordedAnswer(
        type,
        Integer.parseInt(statement.path("version").textValue()),
        statement.path("party_commitment").textValue(),
        value(Channel.class, statement, "channel"),
        value(Assurance.class, statement, "assurance"),
        Instant.parse(statement.path("received_at").textValue()),
        Particulars.read(type, Members.of((ObjectNode) statement)));
  }

  private static <E extends Enum<E> & WireValue> E value(
      Class<E> type, JsonNode statement, String member) {
    return WireValue.of(type, statement.path(member).asText()).orElseThrow();
  }
}

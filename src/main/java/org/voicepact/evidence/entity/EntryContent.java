package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.platform.entity.Json;

/**
 * What an audit entry tells, without its place in the log.
 *
 * @param assurance there where a party acted
 * @param data an object of texts, in JSON
 */
public record EntryContent(
    Instant time,
    String actor,
    Channel channel,
    Optional<Assurance> assurance,
    String action,
    String subject,
    String data) {

  private static final String TYPE = "voicepact/audit-entry/1";

  /**
   * The document whose canonical form is a leaf of the log, {@code voicepact/audit-entry/1}; docs/proof.md defines it.
   *
   * @param sequence the entry's place in the log, from 1 on
   * @param place empty where the entry belongs to no chain
   */
  public ObjectNode document(long sequence, Optional<Place> place) {
    ObjectNode document = JsonNodeFactory.instance
        .objectNode()
        .put("type", TYPE)
        .put("sequence", Long.toString(sequence))
        .put("time", Json.time(time))
        .put("actor", actor)
        .put("channel", channel.wire());
    assurance.ifPresent(known -> document.put("assurance", known.wire()));
    document.put("action", action).put("subject", subject).set("data", Json.read(data));
    place.ifPresent(known -> document
        .put("chain", known.chain())
        .put("number", Integer.toString(known.number()))
        .put("previous", known.previous()));
    return document;
  }
}

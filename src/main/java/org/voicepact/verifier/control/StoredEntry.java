package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.voicepact.evidence.control.CanonicalJson;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryContent;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Place;

/**
 * A row of {@code audit_entry} as it stands there.
 *
 * @param chain null where it belongs to none
 */
record StoredEntry(
    OffsetDateTime recordedAt,
    String actor,
    String channel,
    String assurance,
    String action,
    String subject,
    String data,
    String chain) {

  /** All that is read, of a table that the query calls {@code e}. */
  static final String COLUMNS =
      "e.recorded_at, e.actor, e.channel, e.assurance, e.action, e.subject, e.data,"
          + " e.chain AS entry_chain";

  static StoredEntry read(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getObject("recorded_at", OffsetDateTime.class),
        row.getString("actor"),
        row.getString("channel"),
        row.getString("assurance"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("data"),
        row.getString("entry_chain"));
  }

  /**
   * The entry with its hash made anew.
   *
   * @throws NotThisFormat where it is none
   * @throws DoesNotHold where a column has a value that the server never writes
   */
  EntryDocument at(long sequence, Optional<Place> place) {
    EntryContent content = new EntryContent(
        recordedAt.toInstant(),
        actor,
        value(Channel.values(), channel, "channel"),
        Optional.ofNullable(assurance).map(name -> value(Assurance.values(), name, "assurance")),
        action,
        subject,
        data);
    try {
      var document = content.document(sequence, place);
      String text = new String(CanonicalJson.bytes(document), StandardCharsets.UTF_8);
      return EntryDocument.of(text, document);
    } catch (UncheckedIOException e) {
      throw new DoesNotHold("its data are no JSON");
    }
  }

  private static <E extends Enum<E>> E value(E[] values, String name, String column) {
    Optional<E> value =
        Arrays.stream(values).filter(known -> known.name().equals(name)).findFirst();
    unless(value.isPresent(), "its " + column + " is none");
    return value.get();
  }
}

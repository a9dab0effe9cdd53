package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An audit entry as it stands in a proof.
 *
 * @param leafHash the entry hash, which is its leaf in the log
 * @param sequence the place in the log, from 1 on
 * @param data an object of texts
 * @param link the place in a chain, for an entry that belongs to one
 */
public record EntryDocument(
    byte[] leafHash,
    long sequence,
    Instant time,
    String actor,
    String channel,
    Optional<String> assurance,
    String action,
    String subject,
    JsonNode data,
    Optional<Link> link) {

  private static final String TYPE = "voicepact/audit-entry/1";
  private static final String PARTY = "party:";
  // Two actions of 2026 have an underscore.
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z._-]{2,99}");

  /**
   * @param chain the id of a contract, or {@code keys}
   * @param number from 1 on
   * @param previous the hash of the entry before it in the chain, in hex
   */
  public record Link(String chain, long number, String previous) {}

  /**
   * @param text the canonical form, which is what is hashed
   * @param document what the text says
   * @throws NotThisFormat where it is no audit entry
   */
  public static EntryDocument of(String text, ObjectNode document) {
    Members members = Members.of(document);
    members.literal("type", TYPE);
    EntryDocument entry = new EntryDocument(
        MerkleTree.leafHash(text.getBytes(StandardCharsets.UTF_8)),
        members.number("sequence"),
        members.time("time"),
        members.text("actor"),
        members.text("channel"),
        members.optionalText("assurance"),
        members.matching("action", ACTION),
        members.text("subject"),
        members.object("data").ofTexts(),
        members.has("chain") ? Optional.of(link(members)) : Optional.empty());
    members.end();
    if (entry.actor.startsWith(PARTY) && entry.assurance.isEmpty()) {
      throw new NotThisFormat("/assurance: must be there where a party acts");
    }
    return entry;
  }

  private static Link link(Members members) {
    return new Link(members.text("chain"), members.number("number"), members.hash("previous"));
  }

  /**
   * The action of an entry that is to be written. One that nobody could read again would stand in the log for ever.
   *
   * @throws IllegalArgumentException where no entry can have it
   */
  public static String requireAction(String action) {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(action + " is no action of an entry");
    }
    return action;
  }

  /** The entry hash in hex, as the next entry of a chain names it. */
  public String hash() {
    return HexFormat.of().formatHex(leafHash);
  }

  /** The members of {@code data}, to be read by the form that the action gives them. */
  public Members dataMembers() {
    return Members.of(data);
  }

  /** The commitment of the party that acted; empty where it was somebody else. */
  public Optional<String> party() {
    return actor.startsWith(PARTY)
        ? Optional.of(actor.substring(PARTY.length()))
        : Optional.empty();
  }
}

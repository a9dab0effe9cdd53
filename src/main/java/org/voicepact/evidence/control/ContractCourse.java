package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.HashAlgorithm;
import org.voicepact.evidence.entity.Members;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Statement;

/** What became of a contract, from the entries of its chain in their order. */
public final class ContractCourse {

  /** The action of an entry with which a contract begins. */
  public static final String CREATED = "contract.created";

  private static final String AMENDED = "contract.amended";
  private static final String STATUS = "status";
  private static final String VERSION = "version";

  private final List<Version> versions = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  /** By the number of the first entry after which each holds: most entries change nothing. */
  private final NavigableMap<Long, State> states = new TreeMap<>();

  private String status = "";
  private long length;

  /** What the contract is after an entry. */
  public record State(long version, String status) {}

  /**
   * What the entry of a version says of it.
   *
   * @param sequence the entry's place in the log
   */
  public record Version(long number, String hash, HashAlgorithm algorithm, long sequence) {}

  /**
   * An answer of a party.
   *
   * @param version that was the present one
   * @param statement the SHA-256 of the statement about it, in hex
   */
  public record Answer(
      EntryDocument entry, Statement.Type type, Version version, String statement) {}

  /**
   * @throws NotThisFormat where its data have not the form that its action gives them
   * @throws DoesNotHold where it does not fit to those before it
   */
  public void add(EntryDocument entry) {
    unless(
        versions.isEmpty() == entry.action().equals(CREATED),
        "a chain of a contract begins with its creation, and only there");
    Members data = entry.dataMembers();
    switch (entry.action()) {
      case CREATED, AMENDED -> addVersion(data, entry.sequence());
      case "party.confirmed" -> addAnswer(entry, Statement.Type.CONFIRMATION, data);
      case "party.declined" -> addAnswer(entry, Statement.Type.DECLINE, data);
      case "contract.confirmed", "contract.cancelled", "contract.expired" -> {
        status = data.text(STATUS);
        data.end();
      }
      default -> other(data);
    }
    length++;
    State state = new State(versions.size(), status);
    if (!present().equals(Optional.of(state))) {
      states.put(length, state);
    }
  }

  private void addVersion(Members data, long sequence) {
    long number = data.number(VERSION);
    unless(number == versions.size() + 1, "its version must be " + (versions.size() + 1));
    versions.add(new Version(
        number, data.hash("hash"), data.wire("hash_algorithm", HashAlgorithm.class), sequence));
    status = data.text(STATUS);
    data.end();
  }

  private void addAnswer(EntryDocument entry, Statement.Type type, Members data) {
    Version present = versions.get(versions.size() - 1);
    unless(
        data.number(VERSION) == present.number,
        "it answers version " + data.number(VERSION) + ", where the present one is "
            + present.number);
    answers.add(new Answer(entry, type, present, data.hash("statement")));
    data.end();
  }

  /** An act that this program need not know to follow the contract, as long as it keeps to the common rules. */
  private void other(Members data) {
    data.optionalText(STATUS).ifPresent(value -> status = value);
  }

  public List<Version> versions() {
    return versions;
  }

  public List<Answer> answers() {
    return answers;
  }

  /**
   * What the contract was then.
   *
   * @param number of an entry, from 1 on
   */
  State after(long number) {
    return states.floorEntry(number).getValue();
  }

  /** What the contract is after the last entry; empty before the first. */
  public Optional<State> present() {
    return Optional.ofNullable(states.lastEntry()).map(Map.Entry::getValue);
  }
}

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
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.Statement;

/** What became of a contract, from the entries of its chain in their order. */
public final class ContractCourse {

  /** The action of an entry with which a contract begins. */
  public static final String CREATED = "contract.created";

  private static final String AMENDED = "contract.amended";
  private static final String STATUS = "status";
  private static final String VERSION = "version";
  private static final String CONFIRMED = "confirmed";
  private static final String ACTIVE = "active";
  private static final String COMPLETED = "completed";
  private static final String DISPUTED = "disputed";
  private static final String CANCELLED = "cancelled";

  private final List<Version> versions = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  /** By the number of the first entry after which each holds: most entries change nothing. */
  private final NavigableMap<Long, State> states = new TreeMap<>();

  private String status = "";
  private long claims;
  private boolean isClaimOpen;
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
   * An answer or another act of a party.
   *
   * @param version that was the present one
   * @param statement the SHA-256 of the statement about it, in hex
   */
  public record Answer(
      EntryDocument entry,
      Statement.Type type,
      Version version,
      String statement,
      Particulars particulars) {}

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
      case "party.confirmed" ->
        addAnswer(entry, Statement.Type.CONFIRMATION, data, Particulars.NONE);
      case "party.declined" -> addAnswer(entry, Statement.Type.DECLINE, data, Particulars.NONE);
      case "contract.confirmed", "contract.cancelled", "contract.expired" -> {
        status = data.text(STATUS);
        data.end();
      }
      case "contract.activated" -> {
        become(data, CONFIRMED, ACTIVE);
        data.end();
      }
      case "delivery.claimed" -> addAnswer(entry, Statement.Type.DELIVERY, data, claim(data));
      case "delivery.accepted" -> accept(entry, data);
      case "contract.completed" -> {
        unless(claims > 0 && !isClaimOpen, "nothing was accepted that would complete it");
        become(data, ACTIVE, COMPLETED);
        data.end();
      }
      case "contract.disputed" -> {
        // Completed, where its money was still held.
        become(data, status.equals(COMPLETED) ? COMPLETED : ACTIVE, DISPUTED);
        addAnswer(entry, Statement.Type.DISPUTE, data, Particulars.NONE);
      }
      case "contract.resolved" -> resolve(entry, data);
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

  private void become(Members data, String from, String... to) {
    unless(status.equals(from), "it needs a contract that is " + from + "; this one is " + status);
    String next = data.text(STATUS);
    unless(List.of(to).contains(next), "it cannot make the contract " + next);
    status = next;
  }

  /** Claims are numbered from 1 on, and the next comes when the last one was accepted. */
  private Particulars claim(Members data) {
    unless(status.equals(ACTIVE), "it needs a contract that is active; this one is " + status);
    Particulars claimed = Particulars.readDelivery(data);
    unless(
        !isClaimOpen && claimed.claim().equals(Optional.of(claims + 1)),
        "it is not the next delivery");
    claims++;
    isClaimOpen = true;
    return claimed;
  }

  private void accept(EntryDocument entry, Members data) {
    unless(status.equals(ACTIVE), "it needs a contract that is active; this one is " + status);
    Particulars accepted = Particulars.readDelivery(data);
    unless(
        isClaimOpen && accepted.claim().equals(Optional.of(claims)),
        "it is not the delivery that waits");
    isClaimOpen = false;
    if (entry.party().isPresent()) {
      addAnswer(entry, Statement.Type.ACCEPTANCE, data, accepted);
    } else {
      data.literal("silently", "true");
      data.end();
    }
  }

  /** Nobody signs for an administrator. */
  private void resolve(EntryDocument entry, Members data) {
    become(data, DISPUTED, COMPLETED, CANCELLED);
    if (entry.party().isPresent()) {
      addAnswer(entry, Statement.Type.RESOLUTION, data, Particulars.outcome(status));
    } else {
      data.end();
    }
  }

  private void addAnswer(
      EntryDocument entry, Statement.Type type, Members data, Particulars particulars) {
    Version present = versions.get(versions.size() - 1);
    unless(
        data.number(VERSION) == present.number,
        "it answers version " + data.number(VERSION) + ", where the present one is "
            + present.number);
    answers.add(new Answer(entry, type, present, data.hash("statement"), particulars));
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

package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.KeySuccession;
import org.voicepact.evidence.entity.Members;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.evidence.entity.Spelling;

/** Which keys an installation had, from the entries of the chain {@code keys} in their order. */
public final class KeyHistory {

  public static final String CHAIN = "keys";

  private static final String PUBLISHED = "key.published";
  private static final String RETIRED = "key.retired";

  private final TrustedKeys trusted;
  private final Map<String, History> histories = new HashMap<>();
  private final Map<KeyPurpose, Published> last = new EnumMap<>(KeyPurpose.class);

  public KeyHistory(TrustedKeys trusted) {
    this.trusted = trusted;
  }

  /**
   * @param key as it was published
   * @param isTrusted whether the reader trusts it, or one from which it comes by successions
   */
  public record Published(VerifyingKey key, boolean isTrusted) {}

  /** All that is recorded of one key. */
  private static final class History {
    private final VerifyingKey key;
    private final KeyPurpose purpose;
    private final List<Record> records = new ArrayList<>();

    History(VerifyingKey key, KeyPurpose purpose) {
      this.key = key;
      this.purpose = purpose;
    }

    boolean signsBefore(long sequence) {
      return records.stream()
          .filter(record -> record.sequence < sequence)
          .reduce((first, second) -> second)
          .map(Record::signs)
          .orElse(false);
    }
  }

  private record Record(long sequence, boolean signs) {}

  /**
   * @return what the entry says, in words
   * @throws NotThisFormat where its data have not the form that its action gives them
   * @throws DoesNotHold where it does not fit to those before it
   */
  public String add(EntryDocument entry) {
    Members data = entry.dataMembers();
    KeyPurpose purpose = data.wire("purpose", KeyPurpose.class);
    switch (entry.action()) {
      case PUBLISHED -> publish(entry, purpose, data);
      case RETIRED -> retire(entry, purpose, data);
      default -> throw new DoesNotHold("its action says nothing of a key");
    }
    return purpose.wire() + " " + entry.subject() + " "
        + (entry.action().equals(PUBLISHED) ? "published" : "retired");
  }

  private void publish(EntryDocument entry, KeyPurpose purpose, Members data) {
    SignatureAlgorithm algorithm = data.wire("algorithm", SignatureAlgorithm.class);
    byte[] info = data.spelled("public_key", Spelling::base64);
    VerifyingKey key = read(algorithm, info);
    unless(purpose.allows(algorithm), "a key of this algorithm cannot be for " + purpose.wire());
    unless(key.keyId().equals(entry.subject()), "its subject is not the thumbprint of its key");
    boolean descends = data.has("predecessor") && follows(key, purpose, data);
    data.end();
    History history = histories.computeIfAbsent(entry.subject(), id -> new History(key, purpose));
    unless(history.purpose == purpose, "its key was published for another purpose before");
    history.records.add(new Record(entry.sequence(), true));
    last.put(purpose, new Published(key, descends || trusted.ids().contains(entry.subject())));
  }

  private static VerifyingKey read(SignatureAlgorithm algorithm, byte[] info) {
    try {
      return VerifyingKey.of(algorithm, info);
    } catch (IllegalArgumentException e) {
      throw new DoesNotHold("its public key cannot be used: " + e.getMessage());
    }
  }

  /** Checks the succession, and says whether the key before is trusted. */
  private boolean follows(VerifyingKey key, KeyPurpose purpose, Members data) {
    String predecessor = data.text("predecessor");
    Published before = last.get(purpose);
    unless(
        before != null && before.key.keyId().equals(predecessor),
        "its predecessor is not the key before it of the same purpose");
    KeySuccession succession =
        new KeySuccession(purpose, key.keyId(), key.algorithm(), key.publicKeyInfo(), predecessor);
    unless(
        before.key.verifies(
            CanonicalJson.bytes(succession.document()),
            data.spelled("succession", Spelling::base64)),
        "its succession is not signed by its predecessor");
    return before.isTrusted;
  }

  private void retire(EntryDocument entry, KeyPurpose purpose, Members data) {
    data.text("successor");
    data.end();
    History history = histories.get(entry.subject());
    unless(
        history != null && history.purpose == purpose && history.signsBefore(entry.sequence()),
        "it retires a key that was not in use for this purpose");
    history.records.add(new Record(entry.sequence(), false));
  }

  /** The key that was published last for the purpose, where it has not been retired. */
  public Optional<Published> present(KeyPurpose purpose) {
    return Optional.ofNullable(last.get(purpose))
        .filter(published -> histories.get(published.key.keyId()).signsBefore(Long.MAX_VALUE));
  }

  /** The key with this id, where it was published for the purpose and not retired before this entry of the log. */
  public Optional<VerifyingKey> signing(String keyId, KeyPurpose purpose, long sequence) {
    return Optional.ofNullable(histories.get(keyId))
        .filter(history -> history.purpose == purpose && history.signsBefore(sequence))
        .map(history -> history.key);
  }

  /**
   * All keys whose signatures count as this installation's: those that were ever published for the purpose, and those
   * that the reader trusts, which may be newer.
   */
  public Stream<VerifyingKey> known(KeyPurpose purpose) {
    return Stream.concat(
        histories.values().stream()
            .filter(history -> history.purpose == purpose)
            .map(history -> history.key),
        trusted.keys().stream().filter(key -> !isForAnother(key.keyId(), purpose)));
  }

  private boolean isForAnother(String keyId, KeyPurpose purpose) {
    return histories.containsKey(keyId) && histories.get(keyId).purpose != purpose;
  }
}

package org.voicepact.evidence.entity;

import java.util.List;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * A proof file, {@code voicepact/proof/1}, as it was read: everything that shows what became of a contract. What it
 * says is not checked here; see {@link org.voicepact.evidence.control.CheckingProof}.
 *
 * @param keys the entries of the chain {@code keys}
 * @param entries the entries of the contract's chain
 * @param checkpoint a signed note
 */
public record Proof(
    List<Version> versions,
    List<SignedDocument> statements,
    List<Entry> entries,
    List<Entry> keys,
    SignedDocument head,
    String checkpoint,
    Optional<Disclosure> disclosure) {

  /** Of each of entries (of both kinds together), statements and versions. */
  public static final int MOST_OF_A_KIND = 1000;

  public static final int MOST_PARTIES = 50;

  /** Hashes in an inclusion path. */
  public static final int LONGEST_PATH = 64;

  private static final String TYPE = "voicepact/proof/1";

  /**
   * @param hash of the canonical form, in hex
   * @param canonical the canonical form
   */
  public record Version(String hash, String canonical) {}

  /**
   * @param text the audit entry
   * @param path its inclusion path under the checkpoint
   */
  public record Entry(String text, List<byte[]> path) {}

  /** Who the parties are and what was said, each with the key of its commitment. */
  public record Disclosure(List<Party> parties, Optional<Transcript> transcript) {

    /**
     * @param key of the commitment, 32 bytes
     */
    public record Party(Optional<String> name, PhoneNumber phone, byte[] key) {}

    /**
     * @param key of the commitment, 32 bytes
     */
    public record Transcript(String transcript, byte[] key) {}
  }

  /**
   * @throws NotThisFormat where the file is no proof of this format, or larger than one may be
   */
  public static Proof parse(byte[] file) {
    Members proof = Members.of(StrictJson.file(file));
    proof.literal("type", TYPE);
    List<Members> keys = proof.objects("keys", 1, MOST_OF_A_KIND - 1);
    Proof read = new Proof(
        read(proof.objects("versions", 1, MOST_OF_A_KIND), Proof::version),
        read(
            proof.objects("statements", 0, MOST_OF_A_KIND),
            statement -> SignedDocument.read(statement, "statement")),
        read(proof.objects("entries", 1, MOST_OF_A_KIND - keys.size()), Proof::entry),
        read(keys, Proof::entry),
        SignedDocument.read(proof.object("head"), "head"),
        proof.text("checkpoint"),
        proof.optionalObject("disclosure").map(Proof::disclosure));
    proof.end();
    return read;
  }

  private interface Reading<T> {
    T read(Members members);
  }

  private static <T> List<T> read(List<Members> all, Reading<T> reading) {
    return all.stream().map(reading::read).toList();
  }

  private static Version version(Members members) {
    Version version = new Version(members.hash("hash"), members.text("canonical"));
    members.end();
    return version;
  }

  private static Entry entry(Members members) {
    Entry entry = new Entry(members.text("entry"), members.hashes("path", LONGEST_PATH));
    members.end();
    return entry;
  }

  private static Disclosure disclosure(Members members) {
    Disclosure disclosure = new Disclosure(
        read(members.objects("parties", 1, MOST_PARTIES), Proof::party),
        members.optionalObject("transcript").map(Proof::transcript));
    members.end();
    return disclosure;
  }

  private static Disclosure.Party party(Members members) {
    Disclosure.Party party = new Disclosure.Party(
        members.optionalText("name"),
        members.spelled("phone", Proof::phone),
        members.spelled("key", Spelling::hash));
    members.end();
    return party;
  }

  private static PhoneNumber phone(String text) {
    return PhoneNumber.of(text)
        .orElseThrow(() -> new NotThisFormat("must be a number in E.164 form"));
  }

  private static Disclosure.Transcript transcript(Members members) {
    Disclosure.Transcript transcript = new Disclosure.Transcript(
        members.text("transcript"), members.spelled("key", Spelling::hash));
    members.end();
    return transcript;
  }
}

package org.voicepact.access.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * What a one-time code is good for. A code for one purpose is none for any other, so that one for signing in
 * confirms nothing, and one for the first version of a contract nothing of the second.
 *
 * @param contractId of the contract that is acted on; empty for signing in
 * @param version of that contract
 */
public record CodePurpose(Action action, Optional<String> contractId, Optional<Integer> version) {

  public static final int NO_VERSION = 0;

  /** What a party proves its number for. */
  public enum Action {
    SIGN_IN,
    CONFIRM,
    DECLINE,
    CANCEL,
    AMEND,
    DISCLOSE,
    DELIVER,
    ACCEPT,
    DISPUTE,
    RESOLVE,
    PAY;

    /** Whether a code is asked for also where an installation is content with a number that is named. */
    public boolean alwaysNeedsCode() {
      return this == RESOLVE;
    }
  }

  public static CodePurpose signIn() {
    return new CodePurpose(Action.SIGN_IN, Optional.empty(), Optional.empty());
  }

  public static CodePurpose of(Action action, String contractId, int version) {
    return new CodePurpose(action, Optional.of(contractId), Optional.of(version));
  }

  /** Stands in for a purpose that there is not: no contract has a version {@link #NO_VERSION}. */
  public static CodePurpose decoy(CodeWanted wanted) {
    return wanted
        .contractId()
        .map(id -> of(wanted.action(), id, NO_VERSION))
        .orElseGet(CodePurpose::signIn);
  }

  /**
   * @param spelled as {@link #spelled()} wrote it
   */
  static CodePurpose ofSpelled(String spelled) {
    String[] parts = spelled.split(" ");
    return new CodePurpose(
        Action.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Optional.of(parts).filter(all -> all.length > 1).map(all -> all[1]),
        Optional.of(parts).filter(all -> all.length > 2).map(all -> Integer.valueOf(all[2])));
  }

  /** The one spelling, as {@code confirm AG-2026-000001 2}. */
  public String spelled() {
    return action.name().toLowerCase(Locale.ROOT)
        + contractId.map(id -> " " + id).orElse("")
        + version.map(number -> " " + number).orElse("");
  }
}

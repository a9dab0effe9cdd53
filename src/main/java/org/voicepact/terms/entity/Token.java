package org.voicepact.terms.entity;

/**
 * A word, a run of digits or a sign of a text.
 *
 * @param start of its first character in the text
 * @param end behind its last
 * @param folded as it is looked up: in small letters, with one kind of apostrophe
 */
public record Token(Kind kind, int start, int end, String folded) {

  /** What a token is made of. Letters that touch digits, as in {@code 50k}, are a token of their own. */
  public enum Kind {
    WORD,
    /** Also with points and commas between the digits. */
    DIGITS,
    SIGN,
    LINE_END
  }
}

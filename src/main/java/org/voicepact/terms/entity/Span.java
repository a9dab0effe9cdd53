package org.voicepact.terms.entity;

/**
 * A run of tokens.
 *
 * @param from the first
 * @param to behind the last
 */
public record Span(int from, int to) {

  public boolean contains(int token) {
    return from <= token && token < to;
  }

  /** The smallest that holds both. */
  public Span with(Span other) {
    return new Span(Math.min(from, other.from), Math.max(to, other.to));
  }

  /** How many tokens are between both. */
  public int distance(Span other) {
    return Math.max(0, Math.max(other.from - to, from - other.to));
  }
}

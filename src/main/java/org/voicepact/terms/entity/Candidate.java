package org.voicepact.terms.entity;

/**
 * A value that a term has or may have.
 *
 * @param value a text, or a number as {@link java.math.BigDecimal}
 * @param words the very part of the text that it came from
 */
public record Candidate(Object value, String words) {}

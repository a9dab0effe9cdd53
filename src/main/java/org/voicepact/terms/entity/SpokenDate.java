package org.voicepact.terms.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that a text names.
 *
 * @param days what it can mean; none where it names no day, as {@code next week}
 */
public record SpokenDate(Span span, List<LocalDate> days) {

  public SpokenDate {
    days = days.stream().distinct().toList();
  }
}

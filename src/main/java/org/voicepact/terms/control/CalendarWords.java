package org.voicepact.terms.control;

import java.util.Optional;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Numeral;

/** The words of the calendar and the numbers at a place of a text. */
final class CalendarWords {

  private final Speech speech;
  private final Numeral[] numbers;

  CalendarWords(Speech speech, Iterable<Numeral> numbers) {
    this.speech = speech;
    this.numbers = new Numeral[speech.size()];
    numbers.forEach(number -> this.numbers[number.span().from()] = number);
  }

  Speech speech() {
    return speech;
  }

  /** The number that begins with this token; null where none does. */
  Numeral number(int token) {
    return speech.has(token) ? numbers[token] : null;
  }

  /** What the word at this token is, as the file of the calendar names it; empty where it is nothing. */
  String kind(int token) {
    return found(token).map(each -> each.key().split(" (?=[0-9])")[0]).orElse("");
  }

  boolean is(int token, String kind) {
    return kind(token).equals(kind);
  }

  /** The number of a month, of a weekday, or of days from today. */
  int value(int token) {
    return Integer.parseInt(found(token).orElseThrow().key().split(" ")[1]);
  }

  /** The token behind the word at this one. */
  int behind(int token) {
    return found(token).map(each -> each.span().to()).orElse(token);
  }

  /** Behind the word at this token where it is of this kind; else the same token. */
  int skip(int token, String kind) {
    return is(token, kind) ? behind(token) : token;
  }

  private Optional<Found> found(int token) {
    return Vocabulary.CALENDAR.at(speech, token);
  }
}

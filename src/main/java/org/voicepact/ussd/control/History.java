package org.voicepact.ussd.control;

import org.voicepact.ussd.entity.UssdStep;

/** All that a caller has typed, as gateways send it each time: the inputs joined by stars. It is read input by input. */
final class History {

  static final char BETWEEN = '*';

  private final String typed;
  private int from;

  /**
   * @param known the length of the beginning that was read before
   */
  History(String typed, int known) {
    this.typed = typed;
    this.from = known == 0 ? 0 : known + 1;
  }

  /**
   * One input.
   *
   * @param history up to and with it
   */
  record Input(String text, String history) {}

  boolean hasNext() {
    return !typed.isEmpty() && from <= typed.length();
  }

  /**
   * @param at where it was typed: words may have stars in them
   */
  Input next(UssdStep at) {
    Input input = to(end(from));
    if (at.takesWords() && !at.offers().containsKey(input.text())) {
      input = to(typed.length());
    }
    from = input.history().length() + 1;
    return input;
  }

  private int end(int start) {
    int star = typed.indexOf(BETWEEN, start);
    return star < 0 ? typed.length() : star;
  }

  private Input to(int end) {
    return new Input(typed.substring(from, end).strip(), typed.substring(0, end));
  }

  /** What was typed after one step, up to another. */
  static String between(String typed, UssdStep before, UssdStep after) {
    int from = before.typedLength() == 0 ? 0 : before.typedLength() + 1;
    return typed.substring(from, after.typedLength()).strip();
  }
}

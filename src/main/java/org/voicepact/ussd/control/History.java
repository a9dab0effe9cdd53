package org.voicepact.ussd.control;

import java.util.ArrayList;
import java.util.List;

/** All that a caller has typed, as gateways send it each time: the inputs joined by stars. */
final class History {

  static final char BETWEEN = '*';

  private static final int NOT_CUT = -1;

  private History() {}

  /**
   * What was typed after the beginning of a history: each of the inputs with all before it.
   *
   * @param known the length of the beginning
   */
  static List<Input> after(String typed, int known) {
    List<Input> inputs = new ArrayList<>();
    int from = known == 0 ? 0 : known + 1;
    for (String input : typed.substring(from).split("\\*", NOT_CUT)) {
      int end = from + input.length();
      inputs.add(new Input(input.strip(), typed.substring(0, end)));
      from = end + 1;
    }
    return inputs;
  }

  /**
   * One input.
   *
   * @param history up to and with it
   */
  record Input(String text, String history) {}
}

package org.voicepact.evidence.control;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Breaks texts into lines, between words where it can. */
final class LineBreaking {

  private static final String CUT = "…";

  private final double width;
  private final int most;
  private final ToDoubleFunction<String> measure;
  private final List<String> lines = new ArrayList<>();
  private String line = "";

  private LineBreaking(double width, int most, ToDoubleFunction<String> measure) {
    this.width = width;
    this.most = most;
    this.measure = measure;
  }

  /**
   * @param width of a line
   * @param most lines; what is more is cut, and the last line ends with …
   * @param measure the width of a text
   * @return one line or more
   */
  static List<String> lines(String text, double width, int most, ToDoubleFunction<String> measure) {
    LineBreaking breaking = new LineBreaking(width, most, measure);
    for (String word : text.strip().split("[ \n]+")) {
      if (breaking.lines.size() > most) {
        break;
      }
      breaking.add(word);
    }
    breaking.lines.add(breaking.line);
    return breaking.cut();
  }

  private void add(String word) {
    String longer = line.isEmpty() ? word : line + " " + word;
    if (fits(longer)) {
      line = longer;
      return;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    line = word;
    while (!fits(line) && lines.size() <= most) {
      int end = longestPart(line, "");
      lines.add(line.substring(0, end));
      line = line.substring(end);
    }
  }

  private boolean fits(String text) {
    return measure.applyAsDouble(text) <= width;
  }

  /** The end of the longest part that fits; at least one letter, with the marks on it. */
  private int longestPart(String text, String suffix) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    letters.first();
    int end = letters.next();
    for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
      if (!fits(text.substring(0, next) + suffix)) {
        break;
      }
      end = next;
    }
    return end;
  }

  private List<String> cut() {
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    String last = kept.get(most - 1);
    int end = fits(last + CUT) ? last.length() : longestPart(last, CUT);
    kept.set(most - 1, last.substring(0, end).stripTrailing() + CUT);
    return kept;
  }
}

package org.voicepact.evidence.control;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts in the order and the forms in which their letters are drawn from left to right: what is written from right to
 * left is turned round (Unicode Standard Annex 9), and Arabic letters get the forms in which they join. PDF draws
 * glyphs one after the other and knows neither.
 */
final class VisualText {

  /** The forms of an Arabic letter, by how it joins its neighbours. */
  private enum Form {
    ISOLATED,
    FINAL,
    INITIAL,
    MEDIAL
  }

  private static final int FIRST_FORM = 0xFB50;
  private static final int LAST_FORM = 0xFEFC;
  private static final int FIRST_LAM_ALEF = 0xFEF5;
  private static final String TATWEEL = "\u0640";
  private static final String MIRRORED = "()[]{}<>«»‹›";

  /** By the letter or, for the ligature of lam and alef, by both letters. */
  private static final Map<String, Map<Form, String>> ARABIC = arabic();

  private VisualText() {}

  /** Made of the names and decompositions that Unicode gives to its presentation forms. */
  private static Map<String, Map<Form, String>> arabic() {
    Map<String, Map<Form, String>> letters = new HashMap<>();
    for (int c = FIRST_FORM; c <= LAST_FORM; c++) {
      String name = String.valueOf(Character.getName(c));
      String drawn = Character.toString(c);
      String letter = Normalizer.normalize(drawn, Normalizer.Form.NFKC);
      boolean isLetter = letter.length() == 1 || c >= FIRST_LAM_ALEF;
      for (Form form : Form.values()) {
        if (isLetter && name.endsWith(" " + form + " FORM")) {
          letters.computeIfAbsent(letter, key -> new HashMap<>()).putIfAbsent(form, drawn);
        }
      }
    }
    // A line that makes the others longer joins on both sides and has one form.
    letters.put(TATWEEL, Map.of(Form.INITIAL, TATWEEL, Form.MEDIAL, TATWEEL, Form.FINAL, TATWEEL));
    return letters;
  }

  static String of(String text) {
    if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      return text;
    }
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    String[] runs = new String[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      runs[i] = levels[i] % 2 == 0 ? run : turned(joined(run));
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    return String.join("", runs);
  }

  /** A letter with the marks on it stays together. */
  private static String turned(List<String> letters) {
    List<String> visual = new ArrayList<>(letters);
    Collections.reverse(visual);
    visual.replaceAll(VisualText::mirrored);
    return String.join("", visual);
  }

  private static String mirrored(String letter) {
    int place = MIRRORED.indexOf(letter);
    return place < 0 ? letter : String.valueOf(MIRRORED.charAt(place ^ 1));
  }

  private static List<String> joined(String run) {
    List<String> letters = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    run.codePoints().forEach(c -> {
      String letter = Character.toString(c);
      int last = letters.size() - 1;
      if (isMark(c) && last >= 0) {
        marks.set(last, marks.get(last) + letter);
      } else if (last >= 0 && ARABIC.containsKey(letters.get(last) + letter)) {
        letters.set(last, letters.get(last) + letter);
      } else {
        letters.add(letter);
        marks.add("");
      }
    });
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      drawn.add(form(letters, i) + marks.get(i));
    }
    return drawn;
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String form(List<String> letters, int i) {
    boolean before = i > 0 && joinsNext(letters.get(i - 1)) && joinsPrevious(letters.get(i));
    boolean after =
        i < letters.size() - 1 && joinsNext(letters.get(i)) && joinsPrevious(letters.get(i + 1));
    Form form = before ? (after ? Form.MEDIAL : Form.FINAL) : after ? Form.INITIAL : Form.ISOLATED;
    return ARABIC.getOrDefault(letters.get(i), Map.of()).getOrDefault(form, letters.get(i));
  }

  private static boolean joinsNext(String letter) {
    return ARABIC.getOrDefault(letter, Map.of()).containsKey(Form.INITIAL);
  }

  private static boolean joinsPrevious(String letter) {
    return ARABIC.getOrDefault(letter, Map.of()).containsKey(Form.FINAL);
  }
}

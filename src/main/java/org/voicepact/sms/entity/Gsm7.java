package org.voicepact.sms.entity;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The default alphabet of GSM 03.38 with its extension table. A text of these letters alone goes into fewer and longer
 * segments than any other.
 */
public final class Gsm7 {

  private static final String BASIC =
      "@\u00A3$\u00A5\u00E8\u00E9\u00F9\u00EC\u00F2\u00C7\n\u00D8\u00F8\r\u00C5\u00E5"
          + "\u0394_\u03A6\u0393\u039B\u03A9\u03A0\u03A8\u03A3\u0398\u039E\u00C6\u00E6\u00DF\u00C9"
          + " !\"#\u00A4%&'()*+,-./0123456789:;<=>?"
          + "\u00A1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00C4\u00D6\u00D1\u00DC\u00A7"
          + "\u00BFabcdefghijklmnopqrstuvwxyz\u00E4\u00F6\u00F1\u00FC\u00E0";

  /** Each takes an escape and a letter. */
  private static final String EXTENSION = "\f^{}\\[~]|\u20AC";

  /** What typesetting has made of plain characters, and the plain characters. */
  private static final Map<Integer, String> PLAIN = plain();

  /** Letters of African and European languages that stand for themselves and have no marks to leave out. */
  private static final Map<Integer, String> NEAREST = Map.ofEntries(
      Map.entry(0x0181, "B"),
      Map.entry(0x0253, "b"),
      Map.entry(0x018A, "D"),
      Map.entry(0x0257, "d"),
      Map.entry(0x0189, "D"),
      Map.entry(0x0256, "d"),
      Map.entry(0x0198, "K"),
      Map.entry(0x0199, "k"),
      Map.entry(0x01B3, "Y"),
      Map.entry(0x01B4, "y"),
      Map.entry(0x0190, "E"),
      Map.entry(0x025B, "e"),
      Map.entry(0x0186, "O"),
      Map.entry(0x0254, "o"),
      Map.entry(0x014A, "Ng"),
      Map.entry(0x014B, "ng"),
      Map.entry(0x0152, "OE"),
      Map.entry(0x0153, "oe"),
      Map.entry(0x0131, "i"),
      Map.entry(0x0141, "L"),
      Map.entry(0x0142, "l"));

  private Gsm7() {}

  private static Map<Integer, String> plain() {
    Map<Integer, String> plain = new HashMap<>();
    add(plain, "\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`\u2039\u203A", "'");
    add(plain, "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB", "\"");
    add(plain, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-");
    add(
        plain,
        "\t\u00A0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
        " ");
    add(plain, "\u2028\u2029\u0085", "\n");
    add(plain, "\u00AD\u200B\u2060\uFEFF", "");
    add(plain, "\u2022\u00B7", "*");
    add(plain, "\u2026", "...");
    add(plain, "\u00D7", "x");
    add(plain, "\u2044", "/");
    add(plain, "\uFB01", "fi");
    add(plain, "\uFB02", "fl");
    add(plain, "\u00BC", "1/4");
    add(plain, "\u00BD", "1/2");
    add(plain, "\u00BE", "3/4");
    add(plain, "\u2116", "No.");
    return Map.copyOf(plain);
  }

  private static void add(Map<Integer, String> plain, String typeset, String with) {
    typeset.codePoints().forEach(c -> plain.put(c, with));
  }

  /** How many septets a character takes: 1 or 2; 0 where the alphabet does not have it. */
  static int septets(int c) {
    if (BASIC.indexOf(c) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
  }

  /** Whether the alphabet has each character of a text. */
  public static boolean has(String text) {
    return text.codePoints().allMatch(c -> septets(c) > 0);
  }

  /**
   * The same with plain characters in place of what typesetting made of them: curly quotes, long dashes, blanks of many
   * widths. Letters stay as they are, also those that the alphabet does not have. Doing it twice changes nothing more.
   */
  public static String normalised(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    composed(text).codePoints().forEach(c -> {
      String with = PLAIN.get(c);
      if (with != null) {
        plain.append(with);
      } else {
        plain.appendCodePoint(c);
      }
    });
    return composed(plain.toString());
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The same in letters of the alphabet alone: the nearest where there is one, none where there is not. */
  public static String nearest(String text) {
    StringBuilder near = new StringBuilder(text.length());
    normalised(text).codePoints().forEach(c -> {
      if (septets(c) > 0) {
        near.appendCodePoint(c);
      } else {
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
            .codePoints()
            .filter(part -> septets(part) > 0 || NEAREST.containsKey(part))
            .forEach(part -> near.append(NEAREST.getOrDefault(part, Character.toString(part))));
      }
    });
    return near.toString();
  }
}

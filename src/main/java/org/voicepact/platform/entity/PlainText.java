package org.voicepact.platform.entity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/**
 * The one spelling of a text that comes from outside: Unicode NFC, every kind of blank a plain one,
 * without invisible characters, without blanks at its ends.
 *
 * <p>Refused are characters that could make a text read differently from what it is: control
 * characters, bidirectional embeddings, overrides and isolates (Unicode Technical Report 36) and
 * surrogates without their other half.
 */
public final class PlainText {

  /** Default_Ignorable_Code_Point of the Unicode Character Database, as far as they are no format characters. */
  private static final Set<Integer> OTHER_INVISIBLE = Set.of(
      0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0);

  private PlainText() {}

  /**
   * @param multiline whether tabs and line ends may stay; a line end becomes a single line feed
   * @return the cleaned text, or the reason why it is refused
   */
  public static Cleaned clean(String raw, boolean multiline) {
    String text = multiline ? raw.replace("\r\n", "\n").replace('\r', '\n') : raw;
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isLineOrTab(c) && multiline) {
        kept.appendCodePoint(c);
        continue;
      }
      Optional<String> refused = refusal(c);
      if (refused.isPresent()) {
        return new Cleaned("", refused);
      }
      if (Character.getType(c) == Character.SPACE_SEPARATOR) {
        kept.append(' ');
      } else if (!isInvisible(c)) {
        kept.appendCodePoint(c);
      }
    }
    return new Cleaned(Normalizer.normalize(kept, Normalizer.Form.NFC).strip(), Optional.empty());
  }

  /**
   * The same, with a bound.
   *
   * @param longest in code points, after cleaning
   */
  public static Cleaned clean(String raw, boolean multiline, int longest) {
    Cleaned cleaned = clean(raw, multiline);
    return cleaned.text().codePointCount(0, cleaned.text().length()) > longest
        ? new Cleaned("", Optional.of("must have at most " + longest + " characters"))
        : cleaned;
  }

  /**
   * Characters that show nothing of their own: zero-width spaces and joiners, marks of direction, the byte
   * order mark, the soft hyphen, fillers, variation selectors and tags.
   */
  public static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0000 && c <= 0xE01EF)
        || OTHER_INVISIBLE.contains(c);
  }

  private static boolean isLineOrTab(int c) {
    return c == '\n' || c == '\t';
  }

  private static Optional<String> refusal(int c) {
    if (Character.getType(c) == Character.CONTROL || c == 0x2028 || c == 0x2029) {
      return Optional.of("must not contain control characters or line ends");
    }
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
      return Optional.of("must not contain characters that override the direction of writing");
    }
    if (Character.getType(c) == Character.PRIVATE_USE
        || Character.getType(c) == Character.UNASSIGNED) {
      return Optional.of("must not contain characters without a fixed meaning");
    }
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      return Optional.of("must not contain half of a surrogate pair");
    }
    return Optional.empty();
  }

  /**
   * @param text the cleaned text; empty where it is refused
   * @param refusal why the text is refused, in words for the caller
   */
  public record Cleaned(String text, Optional<String> refusal) {}
}

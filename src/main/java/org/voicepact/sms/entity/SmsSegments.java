package org.voicepact.sms.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text is divided for the way through the network (GSM 03.40): each segment is paid for. A text of {@link Gsm7}
 * alone has 160 septets in one segment and 153 in each of several; any other has 70 units of UTF-16, or 67.
 */
public final class SmsSegments {

  private static final int ONE_OF_SEPTETS = 160;
  private static final int EACH_OF_SEPTETS = 153;
  private static final int ONE_OF_UNITS = 70;
  private static final int EACH_OF_UNITS = 67;

  private SmsSegments() {}

  public static int count(String text) {
    return split(text).size();
  }

  /** The segments; a character is never in two of them. An empty text is one, too. */
  public static List<String> split(String text) {
    boolean septets = Gsm7.has(text);
    int whole = text.codePoints().map(c -> size(c, septets)).sum();
    return whole <= (septets ? ONE_OF_SEPTETS : ONE_OF_UNITS)
        ? List.of(text)
        : split(text, septets, septets ? EACH_OF_SEPTETS : EACH_OF_UNITS);
  }

  private static List<String> split(String text, boolean septets, int most) {
    List<String> segments = new ArrayList<>();
    int begin = 0;
    int filled = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (filled + size(c, septets) > most) {
        segments.add(text.substring(begin, i));
        begin = i;
        filled = 0;
      }
      filled += size(c, septets);
      i += Character.charCount(c);
    }
    segments.add(text.substring(begin));
    return List.copyOf(segments);
  }

  private static int size(int c, boolean septets) {
    return septets ? Gsm7.septets(c) : Character.charCount(c);
  }
}

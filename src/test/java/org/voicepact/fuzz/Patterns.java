package org.voicepact.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts for the patterns of the document, which are characters and classes of them, each with a number of times. */
final class Patterns {

  private static final Pattern PART =
      Pattern.compile("(\\[([^\\]]+)]|[^\\\\()|?*+.^$\\[{}])(\\{(\\d+)(?:,(\\d+))?})?");

  private record Part(Arbitrary<Character> character, int least, int most) {}

  private Patterns() {}

  static Arbitrary<String> matching(String pattern) {
    return texts(pattern, 0);
  }

  /** One character more, or fewer, than each part may have. */
  static Arbitrary<String> nearly(String pattern) {
    return Arbitraries.oneOf(texts(pattern, 1), texts(pattern, -1));
  }

  private static Arbitrary<String> texts(String pattern, int beyond) {
    List<Arbitrary<String>> parts = parts(pattern).stream()
        .map(part -> part.character()
            .list()
            .ofMinSize(Math.max(0, beyond > 0 ? part.most() + 1 : part.least() + beyond))
            .ofMaxSize(beyond < 0 ? Math.max(0, part.least() - 1) : part.most() + beyond)
            .map(Patterns::joined))
        .toList();
    return Combinators.combine(parts).as(texts -> String.join("", texts));
  }

  private static List<Part> parts(String pattern) {
    String bare = pattern.replaceAll("^\\^|\\$$", "");
    Matcher matcher = PART.matcher(bare);
    List<Part> parts = new ArrayList<>();
    while (matcher.lookingAt()) {
      int least = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
      int most = matcher.group(5) == null ? least : Integer.parseInt(matcher.group(5));
      parts.add(new Part(characters(matcher), least, most));
      if (matcher.end() == bare.length()) {
        return parts;
      }
      matcher.region(matcher.end(), bare.length());
    }
    throw new IllegalArgumentException("cannot make texts for " + pattern);
  }

  private static Arbitrary<Character> characters(Matcher part) {
    String alternatives = part.group(2) == null ? part.group(1) : part.group(2);
    List<Character> characters = new ArrayList<>();
    for (int i = 0; i < alternatives.length(); i++) {
      boolean range = i + 2 < alternatives.length() && alternatives.charAt(i + 1) == '-';
      char last = alternatives.charAt(range ? i + 2 : i);
      for (char each = alternatives.charAt(i); each <= last; each++) {
        characters.add(each);
      }
      i += range ? 2 : 0;
    }
    return Arbitraries.of(characters);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }
}

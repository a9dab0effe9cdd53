package org.voicepact.terms.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.Token;

/**
 * Words and runs of words that mean something, from a file beside this package: in each line a key, {@code =}, and the
 * phrases for it, separated by commas.
 */
final class Phrases {

  /**
   * A phrase that stands in a text.
   *
   * @param key what it means
   */
  record Found(String key, Span span) {}

  private record Phrase(String key, List<String> words) {}

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

  private Phrases() {}

  /** All phrases of a file, by their keys. */
  static Phrases all(String file) {
    Phrases phrases = new Phrases();
    lines(file).forEach(phrases::add);
    phrases.sort();
    return phrases;
  }

  /** Those of each key of a file. */
  static Map<String, Phrases> each(String file) {
    Map<String, Phrases> byKey = new HashMap<>();
    for (String line : lines(file)) {
      byKey.computeIfAbsent(key(line), key -> new Phrases()).add(line);
    }
    byKey.values().forEach(Phrases::sort);
    return byKey;
  }

  private static List<String> lines(String file) {
    String name = "/org/voicepact/terms/" + file + ".txt";
    try (BufferedReader reader = new BufferedReader(
        new InputStreamReader(Phrases.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.contains(" = "))
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(" = "));
  }

  private void add(String line) {
    for (String phrase : line.substring(line.indexOf(" = ") + 3).split(", ")) {
      List<String> words = Tokenizer.tokens(phrase).stream().map(Token::folded).toList();
      byFirstWord
          .computeIfAbsent(words.get(0), first -> new ArrayList<>())
          .add(new Phrase(key(line), words));
    }
  }

  private void sort() {
    Comparator<Phrase> longestFirst =
        Comparator.comparingInt((Phrase phrase) -> phrase.words().size()).reversed();
    byFirstWord.values().forEach(list -> list.sort(longestFirst));
  }

  /** The longest phrase that begins with this token. */
  Optional<Found> at(Speech speech, int token) {
    if (!speech.has(token) || speech.isSpeaker(token)) {
      return Optional.empty();
    }
    for (Phrase phrase : byFirstWord.getOrDefault(speech.word(token), List.of())) {
      if (stands(phrase, speech, token)) {
        return Optional.of(
            new Found(phrase.key(), new Span(token, token + phrase.words().size())));
      }
    }
    return Optional.empty();
  }

  private static boolean stands(Phrase phrase, Speech speech, int token) {
    for (int i = 1; i < phrase.words().size(); i++) {
      if (!speech.is(token + i, phrase.words().get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean begin(Speech speech, int token) {
    return at(speech, token).isPresent();
  }

  /** All that stand in the text, the longer before the shorter, none over another. */
  List<Found> in(Speech speech) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < speech.size(); ) {
      Optional<Found> here = at(speech, i);
      here.ifPresent(found::add);
      i = here.map(each -> each.span().to()).orElse(i + 1);
    }
    return found;
  }
}

package org.voicepact.terms.control;

import java.util.List;
import java.util.Set;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.Token;
import org.voicepact.terms.entity.Token.Kind;

/** A text as it is read: its tokens, in clauses and sentences, and who only names the next speaker. */
final class Speech {

  private static final Set<String> ENDS_OF_SENTENCES = Set.of(".", "?", "!");
  private static final Set<String> ENDS_OF_CLAUSES = Set.of(",", ";", "—");

  private final String text;
  private final List<Token> tokens;
  private final int[] clauses;
  private final int[] sentences;
  private final boolean[] speakers;

  Speech(String text) {
    this.text = text;
    this.tokens = Tokenizer.tokens(text);
    this.clauses = new int[tokens.size()];
    this.sentences = new int[tokens.size()];
    this.speakers = new boolean[tokens.size()];
    divide();
  }

  private void divide() {
    int clause = 0;
    int sentence = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (isLabel(i)) {
        speakers[i] = true;
        clause++;
        sentence++;
        nameBefore(i);
      }
      clauses[i] = clause;
      sentences[i] = sentence;
      if (endsSentence(i)) {
        clause++;
        sentence++;
      } else if (kind(i) == Kind.SIGN && ENDS_OF_CLAUSES.contains(word(i))) {
        clause++;
      }
    }
  }

  /** A word with a colon behind it names who speaks, unless it says what follows, as {@code Price:}. */
  private boolean isLabel(int i) {
    if (kind(i) != Kind.WORD || !is(i + 1, ":")) {
      return false;
    }
    if (Vocabulary.SPEAKER.begin(this, i)) {
      return true;
    }
    boolean first = i == 0 || endsSentence(i - 1);
    boolean second = i > 0 && kind(i - 1) == Kind.WORD && (i == 1 || endsSentence(i - 2));
    return (first && !Vocabulary.saysWhatFollows(this, i))
        || (second
            && !Vocabulary.saysWhatFollows(this, i - 1)
            && !Vocabulary.saysWhatFollows(this, i));
  }

  private void nameBefore(int i) {
    if (i > 0 && kind(i - 1) == Kind.WORD && (i == 1 || endsSentence(i - 2))) {
      speakers[i - 1] = true;
    }
  }

  private boolean endsSentence(int i) {
    if (kind(i) == Kind.LINE_END) {
      return true;
    }
    return kind(i) == Kind.SIGN
        && ENDS_OF_SENTENCES.contains(word(i))
        // As in "sh. 2,500".
        && !(is(i, ".") && has(i + 1) && kind(i + 1) == Kind.DIGITS);
  }

  boolean has(int i) {
    return i >= 0 && i < tokens.size();
  }

  int size() {
    return tokens.size();
  }

  Kind kind(int i) {
    return tokens.get(i).kind();
  }

  boolean isWord(int i) {
    return has(i) && kind(i) == Kind.WORD && !speakers[i];
  }

  boolean isDigits(int i) {
    return has(i) && kind(i) == Kind.DIGITS;
  }

  /** As it is looked up. */
  String word(int i) {
    return tokens.get(i).folded();
  }

  boolean is(int i, String word) {
    return has(i) && word(i).equals(word);
  }

  boolean isSpeaker(int i) {
    return speakers[i];
  }

  /** Whether there is nothing between this token and the one before. */
  boolean touches(int i) {
    return has(i) && i > 0 && tokens.get(i - 1).end() == tokens.get(i).start();
  }

  /** Whether there is one blank between this token and the one before. */
  boolean isApart(int i) {
    return has(i) && i > 0 && tokens.get(i - 1).end() + 1 == tokens.get(i).start();
  }

  boolean isCapital(int i) {
    return isWord(i) && Character.isUpperCase(text.codePointAt(tokens.get(i).start()));
  }

  int clause(int i) {
    return clauses[i];
  }

  int sentence(int i) {
    return sentences[i];
  }

  boolean sameClause(int i, int j) {
    return has(i) && has(j) && clauses[i] == clauses[j];
  }

  boolean sameSentence(int i, int j) {
    return has(i) && has(j) && sentences[i] == sentences[j];
  }

  /** The text itself from the first to the last token of a span. */
  String words(Span span) {
    return text.substring(
        tokens.get(span.from()).start(), tokens.get(span.to() - 1).end());
  }
}

package org.voicepact.terms.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.voicepact.terms.entity.Token;
import org.voicepact.terms.entity.Token.Kind;

/** Divides a text into words, digits and signs. */
final class Tokenizer {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    while (tokenizer.at < text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    int c = text.codePointAt(at);
    int start = at;
    if (c == '\n') {
      at++;
      add(Kind.LINE_END, start);
    } else if (isDigit(at)) {
      skipDigits();
      add(Kind.DIGITS, start);
    } else if (Character.isLetter(c)) {
      skipLetters();
      add(Kind.WORD, start);
    } else {
      at += Character.charCount(c);
      if (!Character.isWhitespace(c)) {
        add(Kind.SIGN, start);
      }
    }
  }

  /** A point or a comma belongs to the digits where one follows. */
  private void skipDigits() {
    while (isDigit(at)
        || (at < text.length()
            && (text.charAt(at) == '.' || text.charAt(at) == ',')
            && isDigit(at + 1))) {
      at++;
    }
  }

  private void skipLetters() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean inside = Character.isLetter(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || (isApostrophe(c) && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
      if (!inside) {
        return;
      }
      at += Character.charCount(c);
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ';
  }

  private void add(Kind kind, int start) {
    String folded = text.substring(start, at).toLowerCase(Locale.ROOT).replaceAll("[’‘ʼ]", "'");
    tokens.add(new Token(kind, start, at, folded));
  }
}

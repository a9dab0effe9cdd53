package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are taken: long ones that nobody tries first, without rules about which signs they are made of (NIST SP
 * 800-63B, 5.1.1.2).
 */
@Singleton
public class PasswordRules {

  /** In characters. */
  public static final int SHORTEST = 12;

  public static final int LONGEST = 128;

  private static final String PRODUCT = "voicepact";

  /** What must be left of a password without the words that somebody would try here. */
  private static final int SHORTEST_REST = 8;

  /** A shorter login name may be a part of any password. */
  private static final int TELLING_NAME = 4;

  private static final int FEWEST_CHARACTERS = 5;

  private final Set<String> common;

  @Inject
  public PasswordRules() {
    try (InputStream list =
        PasswordRules.class.getResourceAsStream("/org/voicepact/access/common-passwords.txt")) {
      common = new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param name the login name of whose password it is to be
   * @return what is wrong with the password, in words; empty where it is taken
   */
  public Optional<String> fault(String password, String name) {
    long length = password.codePoints().count();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("must have from " + SHORTEST + " to " + LONGEST + " characters");
    }
    String lowerCase = password.toLowerCase(Locale.ROOT);
    if (common.contains(lowerCase)
        || lowerCase.codePoints().distinct().count() < FEWEST_CHARACTERS) {
      return Optional.of("is one of those that are tried first; choose another");
    }
    return without(lowerCase, List.of(PRODUCT, name.toLowerCase(Locale.ROOT))).length()
            < SHORTEST_REST
        ? Optional.of("must not be made of the login name or the name of this program")
        : Optional.empty();
  }

  private static String without(String password, List<String> words) {
    String rest = password;
    for (String word : words) {
      if (word.length() >= TELLING_NAME) {
        rest = rest.replace(word, "");
      }
    }
    return rest;
  }
}

package org.voicepact.platform.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;

/** What a secret must be like in production; elsewhere a weak one brings a warning and runs. */
public final class SecretStrength {

  /** In bytes of UTF-8; what is shorter is too easy to guess. */
  public static final int SHORTEST = 32;

  private static final Logger LOG = Logger.getLogger(SecretStrength.class.getName());

  private static final int FEWEST_CHARACTERS = 8;

  /** Parts of values that stand in documentation, where everybody can read them; in lower case. */
  private static final List<String> PLACEHOLDERS = List.of(
      "dev-secret-key",
      "test-secret-key",
      "your-secret",
      "your_secret",
      "change-me",
      "changeme",
      "change_me",
      "placeholder",
      "replace-me",
      "example",
      // GitHub's published example of a webhook's secret.
      "it's a secret to everybody");

  private SecretStrength() {}

  /**
   * @param setting the name of the setting, for the message
   * @throws IllegalStateException in production, where the secret is short, monotonous or a placeholder
   */
  public static void check(String setting, String secret, Environment environment) {
    weakness(secret.strip()).ifPresent(fault -> refuse(setting + fault, environment));
  }

  /**
   * For values whose length has a rule of its own.
   *
   * @throws IllegalStateException in production, where the value is a placeholder
   */
  public static void checkPlaceholder(String setting, String value, Environment environment) {
    placeholder(value).ifPresent(fault -> refuse(setting + fault, environment));
  }

  private static Optional<String> weakness(String secret) {
    if (secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST) {
      return Optional.of(" must have " + SHORTEST + " bytes or more");
    }
    if (secret.codePoints().distinct().count() < FEWEST_CHARACTERS) {
      return Optional.of(" must have " + FEWEST_CHARACTERS + " or more different characters");
    }
    return placeholder(secret);
  }

  private static Optional<String> placeholder(String value) {
    String lowerCase = value.toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.stream().anyMatch(lowerCase::contains)
        ? Optional.of(" must not be a placeholder of the documentation")
        : Optional.empty();
  }

  private static void refuse(String fault, Environment environment) {
    if (environment.isProduction()) {
      throw new IllegalStateException(fault);
    }
    LOG.warning(() -> fault + " in production");
  }
}

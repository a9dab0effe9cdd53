package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.platform.entity.Language;

class TextsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  /** The English files, as {@code org/voicepact/contract/words} or {@code org/voicepact/sms/messages_en}. */
  static Stream<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("org"))) {
      return files
          .filter(file -> file.toString().matches(".*/[a-z]+(_en)?\\.properties"))
          .map(file -> Path.of(file.toString().replaceFirst("\\.properties$", "")))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void eachLanguageHasTheSameTextsWithTheSamePlaces(Path bundle) {
    Properties english = read(bundle + ".properties");
    for (String language : List.of("sw", "fr")) {
      Properties other = read(in(bundle, language));
      assertThat(new TreeSet<>(other.stringPropertyNames()))
          .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
      assertThat(other.stringPropertyNames())
          .allSatisfy(key -> assertThat(places(other.getProperty(key)))
              .as(key)
              .isEqualTo(places(english.getProperty(key))));
    }
  }

  /** MessageFormat takes an apostrophe for a sign of its own; texts have ’ instead. */
  @ParameterizedTest
  @MethodSource("bundles")
  void noTextHasAnApostropheThatWouldBeLost(Path bundle) {
    for (String file : List.of(bundle + ".properties", in(bundle, "sw"), in(bundle, "fr"))) {
      assertThat(read(file).values())
          .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'"));
    }
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.FRENCH);
      assertThat(new Texts("org.voicepact.contract.words", Language.EN).get("role.buyer"))
          .isEqualTo("Buyer");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsPutIntoATextStaysAsItIs() {
    assertThat(new Texts("org.voicepact.contract.words", Language.EN)
            .get("amount", "KES", "{0} it's 1000"))
        .isEqualTo("KES {0} it's 1000");
  }

  private static String in(Path bundle, String language) {
    return bundle.toString().replaceFirst("_en$", "") + "_" + language + ".properties";
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Properties read(String file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}

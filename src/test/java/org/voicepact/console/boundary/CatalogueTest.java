package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.entity.Awaited;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.ReviewCause;
import org.voicepact.payment.entity.Settlement;
import org.voicepact.platform.entity.CheckedPoint;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.WireValue;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending;

/** The console says everything in each language. */
class CatalogueTest {

  private static final Path TEMPLATES =
      Path.of("src/main/resources/org/voicepact/console/templates");
  private static final Pattern NAMED = Pattern.compile("\\bt\\(\"([a-z.-]+)\"[,)]");

  private static Properties catalogue(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStreamReader file = new InputStreamReader(
        CatalogueTest.class.getResourceAsStream(
            "/org/voicepact/console/console_" + language + ".properties"),
        StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sw", "fr"})
  void everyLanguageHasTheSameTextsWithTheSamePlaces(String language) throws IOException {
    Properties english = catalogue("en");
    Properties other = catalogue(language);

    assertThat(other.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(other.getProperty(key)).as(key).isNotBlank();
      assertThat(places(other.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static int places(String text) {
    return text.contains("{") ? new MessageFormat(text).getFormatsByArgumentIndex().length : 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sw", "fr"})
  void nothingIsWrittenWithApostrophesThatFormatsTakeForQuotes(String language) throws IOException {
    assertThat(catalogue(language).values()).noneMatch(text -> ((String) text).contains("'"));
  }

  @Test
  void whatTemplatesNameIsThere() throws IOException {
    Properties english = catalogue("en");
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      List<Path> all = files.toList();
      assertThat(all).hasSizeGreaterThan(10);
      for (Path template : all) {
        Matcher names = NAMED.matcher(Files.readString(template));
        while (names.find()) {
          assertThat(english).as(template.toString()).containsKey(names.group(1));
        }
      }
    }
  }

  @Test
  void everyStateHasItsWord() throws IOException {
    assertWords("badge", ContractStatus.values());
    assertWords("confirmation", Confirmation.values());
    assertWords("awaited", Awaited.Act.values());
    assertWords("outcome", Outcome.values());
    assertWords("message", Sending.Status.values());
    assertWords("message-kind", OutboundMessage.Kind.values());
    assertWords("payment", PaymentStatus.values());
    assertWords("payout", Payout.State.values());
    assertWords("payout-kind", Payout.Kind.values());
    assertWords("review", ReviewCause.values());
    assertWords("settled", Settlement.Outcome.values());
    assertWords("check", CheckedPoint.Status.values());
    assertWords("language", Language.values());
  }

  /** An act that the timeline has no word for would be shown by its code. */
  @Test
  void everyActionOfAContractHasItsWord() throws IOException {
    Properties english = catalogue("en");
    for (Action act : EnumSet.complementOf(EnumSet.of(Action.SIGN_IN))) {
      assertWord(english, "act." + act.name().toLowerCase(Locale.ROOT) + "-refused");
    }
    Matcher actions =
        Pattern.compile("`([a-z]+\\.[a-z.-]+)`").matcher(contractActions(Path.of("docs/proof.md")));
    int found = 0;
    while (actions.find()) {
      if (!Timeline.isAside(actions.group(1))) {
        assertWord(english, "act." + actions.group(1).replace('.', '-'));
        found++;
      }
    }
    assertThat(found).isGreaterThan(15);
  }

  private static void assertWord(Properties texts, String key) {
    assertThat(texts.containsKey(key)).as(key).isTrue();
  }

  /** The names of the actions whose chain is a contract’s, from the table of the log. */
  private static String contractActions(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .map(line -> line.split("\\|"))
        .filter(cells -> cells.length > 3 && cells[2].trim().equals("contract"))
        .map(cells -> cells[1])
        .collect(Collectors.joining(" "));
  }

  private static void assertWords(String kind, WireValue... values) throws IOException {
    Properties english = catalogue("en");
    Arrays.stream(values)
        .forEach(value -> assertThat(english).containsKey(kind + "." + value.wire()));
  }

  @ParameterizedTest
  @EnumSource
  void aMonthHasItsNameInEachLanguage(Language language) {
    Wording wording = new Wording(language);

    assertThat(wording.text("months.short", List.of()).split(",")).hasSize(12);
  }
}

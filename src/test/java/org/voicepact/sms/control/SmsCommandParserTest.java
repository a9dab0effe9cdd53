package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.platform.entity.Language;
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsCommand.Answer;

class SmsCommandParserTest {

  private static final ContractId ID = new ContractId("AG-2026-000123");
  private static final Class<?> NOT_UNDERSTOOD = SmsCommand.NotUnderstood.class;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YES-AG-2026-000123",
        "yes-ag-2026-000123",
        "Yes AG-2026-000123",
        "  YES  -  AG - 2026 - 000123  ",
        "YESAG2026000123",
        "YES-AG2026-000123",
        "Yes, AG-2026-000123.",
        "YES: AG-2026-000123!",
        "\"YES-AG-2026-000123\"",
        "(yes) AG/2026/000123 \uD83D\uDC4D",
        "YES_AG_2026_000123",
        "YES-AG-2026-123",
        "YES-AG-2026-0123",
        "YES\u2013AG\u20132026\u2013000123",
        "YES\u2014AG\u20142026\u2014000123",
        "YES\u2011AG\u20112026\u2011000123",
        "YES\nAG-2026-000123\r\n",
        "YES\u00A0AG-2026-000123",
        "\uFF39\uFF25\uFF33\uFF0D\uFF21\uFF27\uFF0D\uFF12\uFF10\uFF12\uFF16\uFF0D\uFF10\uFF10\uFF10\uFF11\uFF12\uFF13",
        "YES-AG-\u0662\u0660\u0662\u0666-\u0660\u0660\u0660\u0661\u0662\u0663",
        "YES-AG-\u06F2\u06F0\u06F2\u06F6-\u06F0\u06F0\u06F0\u06F1\u06F2\u06F3",
        "Y\u200BES-A\u200DG-2026-00\uFEFF0123",
        "\u200E\u200FYES-AG-2026-000123\u200E",
        "\uD835\uDC18\uD835\uDC04\uD835\uDC12-AG-2026-000123",
        "---YES---AG---2026---000123---"
      })
  void aYesToAContractIsReadHoweverItIsTyped(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(yes(ID, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO-AG-2026-000123",
        "no ag 2026 123",
        "No.AG-2026-000123.",
        "NOAG2026000123",
        "NO-AG-2026-000123 too expensive",
        "NO-AG-2026-000123, the price is not what we said",
        "NO-AG-2026-000123-00002",
        "NO-AG-2026-000123 I do not accept the price",
        "NON-AG-2026-000123 je n'accepte pas",
        "NON-AG-2026-000123 pas d'accord",
        "NO-AG-2026-000123 the price is not ok"
      })
  void aNoMayHaveAReason(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(no(ID, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "YES-AG-2026-000123-2, 2",
    "yes ag 2026 123 2, 2",
    "YES-AG-2026-000123-12., 12",
    "YES-AG-2026-000123-0002, 2",
    "YES-AG-2026-000123-9999, 9999",
    "YES-AG-2026-000123-\u0662, 2",
    "YES-AG-2026-000123-0, 0"
  })
  void theCodeMayNameTheVersion(String text, int version) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(yes(ID, Optional.of(version)));
  }

  @Test
  void aNoMayHaveAVersionAndAReason() {
    assertThat(SmsCommandParser.parse("NO-AG-2026-000123-2 too late"))
        .isEqualTo(no(ID, Optional.of(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YES",
        "yes",
        " Yes. ",
        "yes!",
        "(YES)",
        "Y\u200BES",
        "\uFF39\uFF25\uFF33",
        "yes \uD83D\uDC4D"
      })
  void aYesAloneIsAYes(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(new SmsCommand.Plain(Answer.YES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO", "no", "No.", " no ", "\uFF2E\uFF2F"})
  void aNoAloneIsANo(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(new SmsCommand.Plain(Answer.NO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "...",
        "YESTERDAY",
        "yes yes",
        "Yes if you pay first",
        "YES-AG-2026-000123 if you pay first",
        "YES-AG-2026-000123 but 50 bags",
        "YES-AG-2026-000123-2 but later",
        "YES-AG-2026-000123-00002",
        "YES-AG-2026-000123 NO",
        "YES-AG-2026-000123X",
        "YES-AG-2026-000123 YES-AG-2026-000124",
        "Y\u00C9S",
        "nope",
        "no way",
        "NOT AG-2026-000123",
        "I say YES-AG-2026-000123",
        "AG-2026-000123",
        "AG-2026-000123 YES",
        "YES-XX-2026-000123",
        "YES-AG-26-000123",
        "YES-AG-2026-12",
        "YES-AG-2026-1234567890123",
        "YES-AG-2026",
        "YES-AG",
        "STOP?",
        "stop the truck",
        "HELP me",
        "LIST AG-2026-000123",
        "STARTED",
        "LANGUISH",
        "LANG SW please",
        "CODE 12345",
        "CODE 1234567",
        "123456",
        "STATUS-AG-2026-12",
        "OUIAG",
        "ndiyo ndiyo",
        "NONE",
        "1",
        "\u0000",
        "\uD83D\uDC4D",
        "YE\u0405-AG-2026-000123"
      })
  void anythingElseIsNotUnderstood(String text) {
    assertThat(SmsCommandParser.parse(text)).isInstanceOf(NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NDIYO-AG-2026-000123",
        "ndio ag 2026 123",
        "Oui, AG-2026-000123.",
        "OUIAG2026000123"
      })
  void aYesMayBeInAnotherLanguage(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(yes(ID, Optional.empty()));
    assertThat(SmsCommandParser.parse(text.replaceFirst("[ ,-].*|AG.*", "")))
        .isEqualTo(new SmsCommand.Plain(Answer.YES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HAPANA-AG-2026-000123 bei", "non ag 2026 123", "Non, AG-2026-000123 trop cher"})
  void aNoMayBeInAnotherLanguage(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(no(ID, Optional.empty()));
    assertThat(SmsCommandParser.parse(text.replaceFirst("[ ,-].*", "")))
        .isEqualTo(new SmsCommand.Plain(Answer.NO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATUS-AG-2026-000123",
        "status ag 2026 123",
        "Status AG-2026-000123?",
        "STATUSAG2026000123",
        "STATUS-AG-2026-000123-2",
        "status AG-2026-000123 please"
      })
  void theStatusOfAContractIsAskedFor(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(new SmsCommand.Status(ID));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(new SmsCommand.ListContracts(), List.of("LIST", " list. ", "Status")),
        Arguments.of(new SmsCommand.Help(), List.of("HELP", "help!", "Msaada", "AIDE")),
        Arguments.of(
            new SmsCommand.Stop(),
            List.of(
                "STOP",
                "\"stop\"",
                "S\u200BTOP",
                "stop all",
                "Stop, please",
                "STOPALL",
                "stop stop",
                "arrêt",
                "Acha")),
        Arguments.of(new SmsCommand.Start(), List.of("START", "start.")),
        Arguments.of(
            language(Language.EN), List.of("LANG EN", "lang-en", "LANGEN", "Language English")),
        Arguments.of(language(Language.SW), List.of("LANG SW", "lang: kiswahili", "Lang Swahili")),
        Arguments.of(
            language(Language.FR), List.of("LANG FR", "langue fran\u00E7ais", "LANG FRANCAIS")),
        Arguments.of(
            new SmsCommand.ChooseLanguage(Optional.empty()), List.of("LANG", "LANG xx", "langue")),
        Arguments.of(
            new SmsCommand.EnterCode("012345"),
            List.of(
                "CODE 012345",
                "code012345",
                "Code: 012 345.",
                "CODE-012-345",
                "CODE \u0660\u0661\u0662\u0663\u0664\u0665")));
  }

  private static SmsCommand language(Language language) {
    return new SmsCommand.ChooseLanguage(Optional.of(language));
  }

  @ParameterizedTest
  @MethodSource("words")
  void aCommandIsReadHoweverItIsTyped(SmsCommand command, List<String> texts) {
    assertThat(texts)
        .allSatisfy(text -> assertThat(SmsCommandParser.parse(text)).isEqualTo(command));
  }

  @Test
  void aCodeGetsIntoNoLog() {
    assertThat(SmsCommandParser.parse("CODE 012345").toString()).doesNotContain("012345");
  }

  @ParameterizedTest
  @CsvSource({
    "AG, AG-2026-000123",
    "sv, SV-2026-000123",
    "Gp, GP-2026-000123",
    "lg, LG-2026-000123",
    "vc, VC-2026-000123"
  })
  void everyTypeOfContractCanBeAnswered(String prefix, String id) {
    assertThat(SmsCommandParser.parse("yes " + prefix + " 2026 123"))
        .isEqualTo(yes(new ContractId(id), Optional.empty()));
  }

  @Test
  void longNumbersAreNotPadded() {
    assertThat(SmsCommandParser.parse("YES-AG-2026-123456789012"))
        .isEqualTo(yes(new ContractId("AG-2026-123456789012"), Optional.empty()));
  }

  /** The capital of i is another letter in Turkish. */
  @Test
  void theServersLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(SmsCommandParser.parse("no-lg-2026-123 it is late"))
          .isEqualTo(no(new ContractId("LG-2026-000123"), Optional.empty()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void charactersBeyondTheLimitAreNotRead() {
    String dots = ".".repeat(SmsCommandParser.LONGEST - 3);

    assertThat(SmsCommandParser.LONGEST).isEqualTo(480);
    assertThat(SmsCommandParser.parse(dots + "YES")).isEqualTo(new SmsCommand.Plain(Answer.YES));
    assertThat(SmsCommandParser.parse(dots + ".YES")).isInstanceOf(NOT_UNDERSTOOD);
    assertThat(SmsCommandParser.parse("NO-AG-2026-000123 " + "x".repeat(100_000)))
        .isEqualTo(no(ID, Optional.empty()));
  }

  @Test
  void aYesThatIsTooLongToBeReadToItsEndMayBeConditional() {
    String blanks = " ".repeat(SmsCommandParser.LONGEST);

    assertThat(SmsCommandParser.parse("YES" + blanks + "if cheaper")).isInstanceOf(NOT_UNDERSTOOD);
    assertThat(SmsCommandParser.parse("YES-AG-2026-000123" + blanks + "if cheaper"))
        .isInstanceOf(NOT_UNDERSTOOD);
    assertThat(SmsCommandParser.parse("ACCEPT-AG-2026-000123" + blanks + "if you refund"))
        .isEqualTo(new SmsCommand.Unclear(SmsCommand.Matter.ACCEPTANCE, ID));
    assertThat(SmsCommandParser.parse("YES-AG-2026-000123" + blanks))
        .isEqualTo(yes(ID, Optional.empty()));
  }

  @Test
  void aCutThroughASurrogatePairIsNoMatter() {
    String no = "NO-AG-2026-000123 ";
    assertThat(SmsCommandParser.parse(
            no + "x".repeat(SmsCommandParser.LONGEST - no.length() - 1) + "\uD83D\uDC4D"))
        .isEqualTo(no(ID, Optional.empty()));
  }

  @Test
  void aReasonThatBeginsWithANumberIsNoVersion() {
    assertThat(SmsCommandParser.parse("NO-AG-2026-000123 100 bags is too many"))
        .isEqualTo(no(ID, Optional.empty()));
    assertThat(SmsCommandParser.parse("NO-AG-2026-000123-2 100 bags is too many"))
        .isEqualTo(no(ID, Optional.of(2)));
    assertThat(SmsCommandParser.parse("no ag 2026 000123 2")).isEqualTo(no(ID, Optional.of(2)));
    assertThat(SmsCommandParser.parse("no ag 2026 123 100 bags"))
        .isEqualTo(no(ID, Optional.empty()));
    assertThat(SmsCommandParser.parse("NO-AG-2026-000123, 5 % is too much?"))
        .isEqualTo(no(ID, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YES?",
        "yes ?",
        "NO?",
        "? yes",
        "YES \uD83D\uDC4E",
        "YES \u274C",
        "YES %",
        "YES-AG-2026-000123???",
        "YES-AG-2026-000123 2%",
        "YES-AG-2026-000123 (2%)",
        "YES-AG-2026-000123\u00BD",
        "YES-AG-2026-000123\u00B2",
        "YES-AG-2026-000123 + 5",
        "YES-AG-2026-000123 \uD83D\uDC4E",
        "NO-AG-2026-000123?",
        "NO-AG-2026-000123 yes",
        "No. AG-2026-000123: I accept",
        "no AG-2026-000123 ndiyo",
        "No AG-2026-000123 : j\u2019accepte",
        "No AG-2026-000123 je confirme",
        "NO AG-2026-000123 d'accord",
        "No. AG-2026-000123 accepted",
        "No. AG-2026-000123 OK",
        "\u2116 AG-2026-000123",
        "\u2116"
      })
  void aSignThatMayChangeWhatIsMeantIsNotPassedOver(String text) {
    assertThat(SmsCommandParser.parse(text)).isInstanceOf(NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          YES-AG-2026-000123 if you pay first | AG-2026-000123
          yes ag 2026 123?                    | AG-2026-000123
          AG-2026-000123                      | AG-2026-000123
          What is lg/2026/7777777 about       | LG-2026-7777777
          YES-AG-2026-000123 YES-SV-2026-124  | AG-2026-000123
          NOT AG-2026-000123                  | AG-2026-000123
          YESAG2026000123 but later           | AG-2026-000123
          """)
  void whatIsNotUnderstoodMayStillNameAContract(String text, String contract) {
    assertThat(SmsCommandParser.parse(text))
        .isEqualTo(new SmsCommand.NotUnderstood(Optional.of(new ContractId(contract))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "YES-XX-2026-000123",
        "YES-AG-2026-12",
        "YES-AG-2026-1234567890123",
        "a BAG 2026 123",
        "call 0712 000 101"
      })
  void whatNamesNoContractIsAboutNone(String text) {
    assertThat(SmsCommandParser.parse(text))
        .isEqualTo(new SmsCommand.NotUnderstood(Optional.empty()));
  }

  @Property
  void everyCodeThatASmsShowsIsUnderstood(
      @ForAll ContractType type,
      @ForAll @IntRange(min = 2000, max = 9999) int year,
      @ForAll @LongRange(min = 1, max = 999_999_999_999L) long number,
      @ForAll @IntRange(min = 2, max = 9999) int version,
      @ForAll("separators") String separator) {
    ContractId id = ContractId.of(type, year, number);
    String code = id.value().replace("-", separator);

    assertThat(SmsCommandParser.parse("yes" + separator + code))
        .isEqualTo(yes(id, Optional.empty()));
    assertThat(SmsCommandParser.parse("No" + separator + code)).isEqualTo(no(id, Optional.empty()));
    assertThat(SmsCommandParser.parse("YES-" + id + "-" + version))
        .isEqualTo(yes(id, Optional.of(version)));
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    assertThat(SmsCommandParser.parse(text)).isNotNull();
  }

  @Property
  void noTextThatBeginsLikeACodeIsTooStrange(@ForAll("almostCodes") String text) {
    assertThat(SmsCommandParser.parse(text)).isNotNull();
  }

  /** Only a guard against a parser that hangs; how long it takes is measured elsewhere. */
  @Test
  void textsThatAreMadeToKeepAParserBusyAreParsedAllTheSame() {
    Random random = new Random(20261124);
    String[] parts = {
      "YES",
      "NO",
      "-",
      " ",
      "AG",
      "2026",
      "0",
      "00000000",
      "9",
      "\u0661",
      "\uFDFA",
      "\u200B",
      "\uD83D",
      "x"
    };
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
      for (int i = 0; i < 10_000; i++) {
        String part = parts[i % parts.length];
        StringBuilder text = new StringBuilder(i % 2 == 0 ? "NO-AG-2026-" : "YES-AG-2026-000123-");
        while (text.length() < SmsCommandParser.LONGEST) {
          text.append(i % 3 == 0 ? part : parts[random.nextInt(parts.length)]);
        }
        assertThat(SmsCommandParser.parse(text.toString())).isNotNull();
      }
    });
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("-", " ", "", " - ", "\u2013", ".", "/", "\u200B", "\n");
  }

  @Provide
  Arbitrary<String> almostCodes() {
    return Arbitraries.of(
            "YES", "NO", "-", " ", "AG", "SV", "2026", "000123", "0", "-2", "\u0661", "\u200B",
            "\uFF0D", "if")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static SmsCommand yes(ContractId id, Optional<Integer> version) {
    return new SmsCommand.ToContract(Answer.YES, id, version);
  }

  private static SmsCommand no(ContractId id, Optional<Integer> version) {
    return new SmsCommand.ToContract(Answer.NO, id, version);
  }
}

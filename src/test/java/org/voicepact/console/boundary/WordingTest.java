package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.entity.Language;

class WordingTest {

  /** As JSON has them, numbers have lost the zeros at their end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|KES|125.5|KES 125.50",
        "EN|KES|350000|KES 350,000.00",
        "EN|UGX|12500|UGX 12,500",
        "EN|TND|1.5|TND 1.500",
        "SW|KES|1234567.8|KES 1,234,567.80",
        "FR|XOF|12500|12\u00a0500\u00a0XOF",
        "FR|KES|125.5|125,50\u00a0KES",
        // What no coin pays keeps its digits, and so does what nobody knows.
        "EN|KES|0.125|KES 0.125",
        "EN|UGX|12.5|UGX 12.5",
        "EN|XXX|7.50|XXX 7.50"
      })
  void moneyHasTheDigitsOfItsCurrency(
      Language language, String currency, BigDecimal amount, String said)
      throws TemplateModelException {
    assertThat(say(language, "money", new SimpleScalar(currency), new SimpleNumber(amount)))
        .isEqualTo(said);
  }

  @Test
  void aColumnOfOneCurrencyNamesItOnce() throws TemplateModelException {
    assertThat(say(
            Language.EN,
            "coins",
            new SimpleScalar("KES"),
            new SimpleNumber(new BigDecimal("1250.5"))))
        .isEqualTo("1,250.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|3\u00a0Jan\u00a02026, 04:05\u00a0UTC",
        "SW|3\u00a0Jan\u00a02026, 04:05\u00a0UTC",
        "FR|3\u00a0janv.\u00a02026, 04:05\u00a0UTC"
      })
  void timesAreInUtcAndSaySo(Language language, String said) throws TemplateModelException {
    assertThat(say(language, "when", new SimpleScalar("2026-01-03T04:05:59.999Z")))
        .isEqualTo(said);
  }

  private static String say(Language language, String function, TemplateModel... arguments)
      throws TemplateModelException {
    TemplateMethodModelEx method =
        (TemplateMethodModelEx) new Wording(language).functions().get(function);
    return (String) method.exec(Stream.of(arguments).map(Object.class::cast).toList());
  }
}

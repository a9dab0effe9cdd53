package org.voicepact.contract.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.platform.entity.Language;

class ContractWordsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachValueHasAWordInEachLanguage(Language language) {
    ContractWords words = new ContractWords(language);

    assertThat(Stream.of(
                Stream.of(Role.values()).map(words::role),
                Stream.of(ContractStatus.values()).map(words::status),
                Stream.of(ContractType.values()).map(words::type),
                Stream.of(Statement.Type.values())
                    .filter(Statement.Type::isAnswer)
                    .map(words::answer),
                Stream.of(Channel.values()).map(words::channel),
                Stream.of(Assurance.values()).map(words::assurance),
                Terms.PUBLISHED.stream()
                    .filter(member -> !member.equals(Terms.CURRENCY))
                    .map(words::term))
            .flatMap(each -> each))
        .allSatisfy(word -> assertThat(word).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|1 February 2026, 08:05 UTC",
        "SW|1 Februari 2026, 08:05 UTC",
        "FR|1 février 2026 à 08:05 UTC"
      })
  void timesAreInUtcAndSaySo(Language language, String expected) {
    assertThat(new ContractWords(language).time(Instant.parse("2026-02-01T08:05:59.999Z")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"quantity\": 1000000, \"unit\": \"kg\"}|1,000,000 kg",
        "{\"quantity\": 1E+3}|1,000",
        "{\"quantity\": 0.000000000001, \"unit\": \"t\"}|0.000000000001 t",
        "{\"quantity\": 999999999999999.999999999999}|999,999,999,999,999.999999999999",
        "{\"unit\": \"a lorry\"}|a lorry",
        "{\"product\": \"Maize\"}|''"
      })
  void quantitiesKeepAllTheirDigits(String terms, String expected) {
    assertThat(new ContractWords(Language.EN)
            .quantity(ContractFixture.terms("KES", terms))
            .orElse(""))
        .isEqualTo(expected);
  }
}

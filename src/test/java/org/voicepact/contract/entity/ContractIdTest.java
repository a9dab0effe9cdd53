package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractIdTest {

  @ParameterizedTest
  @CsvSource({
    "AGRICULTURAL_SUPPLY, 123, AG-2026-000123",
    "SERVICE_AGREEMENT, 1, SV-2026-000001",
    "GOODS_PURCHASE, 999999, GP-2026-999999",
    "LOGISTICS, 1000000, LG-2026-1000000",
    "OTHER, 123456789012, VC-2026-123456789012"
  })
  void anIdIsTypeYearAndNumber(ContractType type, long number, String id) {
    assertThat(ContractId.of(type, 2026, number)).hasToString(id);
  }

  @Property
  void everyIdThatIsMadeCanBeRead(
      @ForAll ContractType type,
      @ForAll @IntRange(min = 1000, max = 9999) int year,
      @ForAll @LongRange(min = 1, max = 999_999_999_999L) long number) {
    ContractId id = ContractId.of(type, year, number);

    assertThat(ContractId.parse(id.value())).contains(id);
    assertThat(ContractId.parse(id.value().toLowerCase(Locale.ROOT))).contains(id);
    assertThat(id.value()).matches(ContractId.PATTERN);
  }

  @Test
  void digitsAreAsciiWhateverTheServersLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(ContractId.of(ContractType.OTHER, 2026, 7)).hasToString("VC-2026-000007");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AG",
        "AG-2026",
        "AG-2026-",
        "AG-2026-12",
        "AG-2026-1234567890123",
        "AG-26-000123",
        "XX-2026-000123",
        "AG2026000123",
        "AG-2026-000123-2",
        " AG-2026-000123",
        "AG-2026-000123\n",
        "AG-2026-00012\u0663",
        "AG\u20132026\u2013000123"
      })
  void anythingElseIsNoId(String text) {
    assertThat(ContractId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new ContractId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdIsKeptInCapitals() {
    assertThatThrownBy(() -> new ContractId("ag-2026-000123"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ContractId.parse("ag-2026-000123").orElseThrow().value())
        .isEqualTo("AG-2026-000123");
  }
}

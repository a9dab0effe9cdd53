package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.entity.PhoneNumber;

class PhoneTimeZonesTest {

  private static final Instant NOVEMBER = Instant.parse("2026-11-24T12:00:00Z");

  private final PhoneTimeZones zones = new PhoneTimeZones();

  @ParameterizedTest
  @CsvSource({
    "+254712345678, +03:00",
    "+255712345678, +03:00",
    "+256712345678, +03:00",
    "+250788123456, +02:00",
    "+260971234567, +02:00",
    "+2348031234567, +01:00",
    "+233241234567, Z",
    "+221771234567, Z",
    "+12125550123, -05:00",
  })
  void aNumberIsInTheTimeOfItsCountry(String number, String offset) {
    assertThat(zones.of(new PhoneNumber(number)))
        .isNotEmpty()
        .allSatisfy(zone ->
            assertThat(zone.getRules().getOffset(NOVEMBER)).isEqualTo(ZoneOffset.of(offset)));
  }

  @Test
  void aCountryMayHaveMoreThanOne() {
    assertThat(zones.of(new PhoneNumber("+243812345678"))).hasSizeGreaterThan(1);
  }

  @Test
  void ofANumberOfNoCountryNothingIsKnown() {
    assertThat(zones.of(new PhoneNumber("+99912345678"))).containsExactly(ZoneOffset.UTC);
  }
}

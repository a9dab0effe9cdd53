package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private static final Period MONDAY = day("2026-11-23");
  private static final Period TUESDAY = day("2026-11-24");

  private static Period day(String date) {
    return new Period(Instant.parse(date + "T00:00:00Z"), Instant.parse(date + "T23:59:59.999Z"));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-" + time + "Z");
  }

  @Test
  void oneDayCoversWhatIsLeftOfIt() {
    assertThat(Period.cover(List.of(MONDAY), at("23T23:59:00"), at("24T00:00:00")))
        .isTrue();
    assertThat(Period.cover(List.of(MONDAY), at("22T23:59:00"), at("24T00:00:00")))
        .isFalse();
  }

  @Test
  void daysThatFollowEachOtherCoverTogether() {
    List<Period> both = List.of(MONDAY, TUESDAY);
    assertThat(Period.cover(both, at("23T12:00:00"), at("25T00:00:00"))).isTrue();
    assertThat(Period.cover(both, at("23T12:00:00"), at("25T00:00:02"))).isFalse();
  }

  @Test
  void whatLeavesADayOutCoversNothingAcrossIt() {
    List<Period> gap = List.of(MONDAY, day("2026-11-25"));
    assertThat(Period.cover(gap, at("23T12:00:00"), at("26T00:00:00"))).isFalse();
    assertThat(Period.cover(List.of(), at("23T12:00:00"), at("24T00:00:00"))).isFalse();
  }

  @Test
  void aLongPeriodThatAShortOneFollowsStillCounts() {
    List<Period> nested = List.of(new Period(at("22T00:00:00"), at("24T23:59:59")), MONDAY);
    assertThat(Period.cover(nested, at("22T12:00:00"), at("25T00:00:00"))).isTrue();
  }
}

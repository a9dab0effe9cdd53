package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Weeks;

/** Figures as tables for other programs. */
class ReportAnswerTest {

  private static final Clock SUNDAY =
      Clock.fixed(Instant.parse("2026-11-29T23:59:59Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void whatBeginsLikeAFormulaIsNone(String text) {
    assertThat(ReportAnswer.text(text)).matches("(?s)\"?'.*");
  }

  @Test
  void separatorsAndQuotesStayWithinTheirValue() {
    assertThat(ReportAnswer.text("a,b")).isEqualTo("\"a,b\"");
    assertThat(ReportAnswer.text("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
    assertThat(ReportAnswer.text("two\nlines")).isEqualTo("\"two\nlines\"");
    assertThat(ReportAnswer.text("plain")).isEqualTo("plain");
    assertThat(ReportAnswer.text("")).isEmpty();
  }

  @Test
  void weeksBeginOnMondaysAndEndWithThePresentOne() {
    Weeks weeks = ReportAnswer.weeks("2", SUNDAY);

    assertThat(weeks.mondays())
        .containsExactly(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23));
    assertThat(weeks.start()).isEqualTo(Instant.parse("2026-11-16T00:00:00Z"));
  }

  @Test
  void twelveWeeksAreUsualAndTwoYearsAreMost() {
    assertThat(ReportAnswer.weeks(null, SUNDAY).number()).isEqualTo(12);
    assertThatThrownBy(() -> ReportAnswer.weeks("105", SUNDAY)).isInstanceOf(InvalidInput.class);
  }
}

package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.Difference.Kind;
import org.voicepact.platform.entity.Money;

class DifferencesTest {

  private static final Instant TIME = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void booksThatAgreeDifferInNothing() {
    assertThat(Differences.between(
            List.of(
                line("NLJ7RT61SV", Direction.COLLECTION, "350"),
                line("B", Direction.PAYOUT, "350.00")),
            List.of(
                movement("2", Direction.PAYOUT, "350", "b "),
                movement("1", Direction.COLLECTION, "350.00", "nlj7rt61sv"))))
        .isEmpty();
    assertThat(Differences.between(List.of(), List.of())).isEmpty();
  }

  @Test
  void eachDifferenceIsNamedOnce() {
    List<StatementLine> lines = List.of(
        line("ONLY-THEIRS", Direction.COLLECTION, "1"),
        line("AMOUNT", Direction.COLLECTION, "1"),
        line("WAY", Direction.COLLECTION, "1"),
        line("TWICE-THEIRS", Direction.PAYOUT, "1"),
        line("TWICE-OURS", Direction.PAYOUT, "1"),
        line("TWICE-THEIRS", Direction.PAYOUT, "1"),
        line("SAME", Direction.PAYOUT, "1"));
    List<RecordedMovement> movements = List.of(
        movement("1", Direction.COLLECTION, "2", "AMOUNT"),
        movement("2", Direction.PAYOUT, "1", "WAY"),
        movement("3", Direction.PAYOUT, "1", "TWICE-THEIRS"),
        movement("4", Direction.PAYOUT, "1", "TWICE-OURS"),
        movement("5", Direction.PAYOUT, "1", "TWICE-OURS"),
        movement("6", Direction.PAYOUT, "1", "SAME"),
        movement("7", Direction.PAYOUT, "1", "ONLY-OURS"),
        movement("8", Direction.PAYOUT, "1", null));

    List<Difference> differences = Differences.between(lines, movements);

    assertThat(differences)
        .extracting(each -> each.kind() + " " + each.receipt().orElse("-"))
        .containsExactly(
            Kind.MISSING_IN_LEDGER + " ONLY-THEIRS",
            Kind.OTHER_AMOUNT + " AMOUNT",
            Kind.OTHER_AMOUNT + " WAY",
            Kind.TWICE + " TWICE-THEIRS",
            Kind.TWICE + " TWICE-OURS",
            Kind.MISSING_AT_PROVIDER + " ONLY-OURS",
            Kind.WITHOUT_RECEIPT + " -");
    assertThat(differences.get(3).lines()).hasSize(2);
    assertThat(differences.get(3).movements()).hasSize(1);
    assertThat(differences.get(4).movements())
        .extracting(RecordedMovement::id)
        .containsExactly("4", "5");
  }

  @Test
  void theSameAmountInAnotherCurrencyIsAnother() {
    StatementLine shillings = new StatementLine(
        1, "R", Direction.PAYOUT, new Money(BigDecimal.ONE, Currency.getInstance("UGX")), TIME);

    assertThat(Differences.between(
            List.of(shillings), List.of(movement("1", Direction.PAYOUT, "1", "R"))))
        .extracting(Difference::kind)
        .containsExactly(Kind.OTHER_AMOUNT);
  }

  private static StatementLine line(String receipt, Direction direction, String amount) {
    return new StatementLine(1, receipt, direction, kes(amount), TIME);
  }

  private static RecordedMovement movement(
      String id, Direction direction, String amount, String receipt) {
    return new RecordedMovement(id, direction, kes(amount), Optional.ofNullable(receipt));
  }

  private static Money kes(String amount) {
    return new Money(new BigDecimal(amount), Currency.getInstance("KES"));
  }
}

package org.voicepact.daraja.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Money;

/**
 * The form is that of exports as public projects have them in their tests: lines about the organisation above the head, a
 * sum at the end, commas in amounts, two forms of times, and what was withdrawn with and without a minus sign.
 */
class PortalStatementTest {

  private static final String HEAD =
      "Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,"
          + "Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.\n";

  private final PortalStatement format = new PortalStatement();

  @Test
  void whatCompletedIsReadWithTheNumberOfItsLine() {
    Statement statement = format.read("""
        Organisation Name,Demo Cooperative
        Statement Period,22-09-2026 to 22-09-2026
        ,
        Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance
        QKR12XYZ9,2026-09-22 14:03:11,2026-09-22 14:02:58,"Pay Bill from 2547****678 - Acc. AG2026000123",Completed,"1,053.00",,"10,053.00"
        QKR12XYZ8,2026-09-22 14:05:00,2026-09-22 14:04:50,Pay Bill Charge,Completed,,15.00,"10,038.00"
        QKR12XYZ7,2026-09-22 14:06:00,2026-09-22 14:05:59,Pay Bill from 2547****111,Failed,500.00,,"10,038.00"
        QKR12XYZ6,22-09-2026 23:59:59,22-09-2026 23:59:40,Business Payment to Customer,Completed,,"-1,232.00","10,270.00"
        ,,,Totals,,"1,785.00",15.00,
        """);

    assertThat(statement.lines())
        .containsExactly(
            new StatementLine(
                5,
                "QKR12XYZ9",
                Direction.COLLECTION,
                kes("1053"),
                Instant.parse("2026-09-22T11:03:11Z")),
            new StatementLine(
                8,
                "QKR12XYZ6",
                Direction.PAYOUT,
                kes("1232"),
                Instant.parse("2026-09-22T20:59:59Z")));
    assertThat(statement.charges()).extracting(StatementLine::receipt).containsExactly("QKR12XYZ8");
  }

  @Test
  void aChargeMayHaveTheReceiptOfItsMovement() {
    Statement statement = format.read(HEAD
        + line(
            "SJ3K9QX0",
            "Business Payment to 254708374149",
            "-120,000.00",
            "Business Payment to Customer")
        + line("SJ3K9QX0", "B2C", "-60.00", "Business Payment to Customer Charge"));

    assertThat(statement.lines()).hasSize(1);
    assertThat(statement.charges()).hasSize(1);
  }

  @Test
  void nobodyHidesAMovementByWordsOfTheirOwn() {
    assertThat(format
            .read(HEAD
                + line("SJ3K9QX0", "Pay Bill from 2547****678 - X Acc. charge", "5.00", "")
                + line("SJ3K9QX1", "Pay Bill Charge", "5.00", "Pay Bill Online"))
            .lines())
        .hasSize(2);
  }

  @Test
  void aCellMayHaveSeveralLinesAndAMarkMayStandAtTheBeginning() {
    Statement statement = format.read("\uFEFF" + HEAD
        + line("A", "\"two\nlines\"", "5.00", "")
        + "\r\n"
        + line("B", "one", "5.00", ""));

    assertThat(statement.lines()).extracting(StatementLine::number).containsExactly(2, 5);
  }

  @Test
  void eachBadLineIsNamed() {
    assertThatThrownBy(() -> format.read(HEAD
            + line("A", "x", "5.00", "")
            + line("", "x", "5.00", "")
            + line("C", "x", "five", "")
            + line("D", "x", "", "")
            + "E,yesterday,,x,Completed,5.00,,,,,,,\n"
            + "F,2026-09-22 14:03:11,,x,Completed,5.00,5.00,,,,,,\n"
            + line("G", "x", "0.001", "")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal -> assertThat(refusal.faults())
                .extracting(Fault::detail)
                .containsExactly(
                    "line 3: Receipt No. is missing",
                    "line 4: Withdrawn must be an amount",
                    "line 5: must have an amount in one of Paid In and Withdrawn",
                    "line 6: Completion Time must be a time as 2026-11-24 09:30:00",
                    "line 7: must have an amount in one of Paid In and Withdrawn",
                    "line 8: Withdrawn must be an amount"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "Receipt No.,Completion Time\nA,B\n", "{\"a\": 1}", "\"open"})
  void whatHasNoSuchHeadIsRefused(String text) {
    assertThatThrownBy(() -> format.read(text)).isInstanceOf(InvalidInput.class);
  }

  private static String line(String receipt, String details, String withdrawn, String reason) {
    return receipt + ",2026-09-22 14:03:11,2026-09-22 14:03:11," + details + ",Completed,,\""
        + withdrawn + "\",1.00,true," + reason + ",,,\n";
  }

  private static Money kes(String amount) {
    return new Money(new BigDecimal(amount), Currency.getInstance("KES"));
  }
}

package org.voicepact.daraja.control;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voicepact.payment.control.CsvTable;
import org.voicepact.payment.control.CsvTable.BadLine;
import org.voicepact.payment.control.CsvTable.Row;
import org.voicepact.payment.control.StatementFormat;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PlainDecimal;

/**
 * The statement that M-Pesa's portal for organisations exports. Its times are those of East Africa, its amounts have
 * commas, and what was withdrawn is negative in some exports and positive in others. What did not complete is left out.
 */
@Singleton
public class PortalStatement implements StatementFormat {

  private static final List<String> COLUMNS = List.of(
      "Receipt No.", "Completion Time", "Details", "Transaction Status", "Paid In", "Withdrawn");
  private static final ZoneId EAST_AFRICA = ZoneId.of("Africa/Nairobi");
  private static final List<DateTimeFormatter> TIMES = Stream.of(
          "uuuu-MM-dd HH:mm:ss", "dd-MM-uuuu HH:mm:ss", "dd/MM/uuuu HH:mm:ss")
      .map(DateTimeFormatter::ofPattern)
      .toList();
  private static final Pattern CHARGE =
      Pattern.compile("[A-Z ]*\\bcharges?", Pattern.CASE_INSENSITIVE);
  private static final Currency SHILLING = Currency.getInstance("KES");

  @Override
  public String name() {
    return "daraja";
  }

  @Override
  public Statement read(String csv) {
    Map<Boolean, List<Movement>> byCharge =
        CsvTable.read(csv, COLUMNS).each(PortalStatement::completed).stream()
            .collect(Collectors.partitioningBy(Movement::isCharge));
    return new Statement(lines(byCharge.get(false)), lines(byCharge.get(true)));
  }

  private record Movement(StatementLine line, boolean isCharge) {}

  private static List<StatementLine> lines(List<Movement> movements) {
    return movements.stream().map(Movement::line).toList();
  }

  private static Optional<Movement> completed(Row row) {
    // Sums stand below the movements and have no state.
    if (!row.cell("Transaction Status").equalsIgnoreCase("Completed")) {
      return Optional.empty();
    }
    if (row.cell("Receipt No.").isEmpty()) {
      throw new BadLine("Receipt No. is missing");
    }
    BigDecimal paidIn = amount(row, "Paid In");
    BigDecimal withdrawn = amount(row, "Withdrawn");
    if (paidIn.signum() == 0 == (withdrawn.signum() == 0)) {
      throw new BadLine("must have an amount in one of Paid In and Withdrawn");
    }
    boolean isIn = paidIn.signum() != 0;
    return Optional.of(new Movement(
        new StatementLine(
            row.number(),
            row.cell("Receipt No."),
            isIn ? Direction.COLLECTION : Direction.PAYOUT,
            new Money((isIn ? paidIn : withdrawn).abs(), SHILLING),
            completedAt(row)),
        isCharge(row)));
  }

  /**
   * What is taken for a movement bears its receipt in some exports, and one of its own in others. A payer can put any
   * words behind the number and name in the details, so that those with a digit are none of a charge.
   */
  private static boolean isCharge(Row row) {
    String words =
        row.cell("Reason Type").isEmpty() ? row.cell("Details") : row.cell("Reason Type");
    return CHARGE.matcher(words).matches();
  }

  private static BigDecimal amount(Row row, String column) {
    String typed = row.cell(column).replace(",", "");
    if (typed.isEmpty()) {
      return BigDecimal.ZERO;
    }
    return PlainDecimal.typed(typed)
        .filter(amount -> Money.fits(amount, SHILLING))
        .orElseThrow(() -> new BadLine(column + " must be an amount"));
  }

  private static Instant completedAt(Row row) {
    return TIMES.stream()
        .flatMap(form -> parsed(row.cell("Completion Time"), form).stream())
        .findFirst()
        .orElseThrow(() -> new BadLine("Completion Time must be a time as 2026-11-24 09:30:00"));
  }

  private static Optional<Instant> parsed(String time, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(time, form).atZone(EAST_AFRICA).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

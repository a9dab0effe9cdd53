package org.voicepact.payment.control;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.control.CsvTable.BadLine;
import org.voicepact.payment.control.CsvTable.Row;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.platform.entity.WireValue;

/**
 * The form for statements of any provider: {@code receipt}, {@code amount}, {@code currency}, {@code direction}
 * ({@code collection} or {@code payout}) and {@code completed_at}, a time as {@code 2026-11-24T09:30:00Z}.
 */
@Singleton
public class PlainStatement implements StatementFormat {

  private static final List<String> COLUMNS =
      List.of("receipt", "amount", "currency", "direction", "completed_at");

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public Statement read(String csv) {
    return new Statement(
        CsvTable.read(csv, COLUMNS)
            .each(row -> row.isBlank() ? Optional.empty() : Optional.of(line(row))),
        List.of());
  }

  private static StatementLine line(Row row) {
    if (row.cell("receipt").isEmpty()) {
      throw new BadLine("receipt is missing");
    }
    return new StatementLine(
        row.number(), row.cell("receipt"), direction(row), money(row), completedAt(row));
  }

  private static Direction direction(Row row) {
    return WireValue.of(Direction.class, row.cell("direction"))
        .orElseThrow(
            () -> new BadLine("direction must be one of: " + WireValue.allowed(Direction.class)));
  }

  private static Money money(Row row) {
    Currency currency = Money.currency(row.cell("currency"))
        .orElseThrow(() -> new BadLine("currency must be an ISO 4217 code in capitals"));
    BigDecimal amount = PlainDecimal.typed(row.cell("amount"))
        .filter(typed -> typed.signum() > 0 && Money.fits(typed, currency))
        .orElseThrow(() -> new BadLine("amount must be more than 0 and one of its currency"));
    return new Money(amount, currency);
  }

  private static Instant completedAt(Row row) {
    try {
      return Instant.parse(row.cell("completed_at"));
    } catch (DateTimeException e) {
      throw new BadLine("completed_at must be a time as 2026-11-24T09:30:00Z");
    }
  }
}

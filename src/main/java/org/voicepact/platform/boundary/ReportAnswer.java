package org.voicepact.platform.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Weeks;

/** Figures as JSON, or as a table for other programs (CSV, RFC 4180). */
public final class ReportAnswer {

  public static final String CSV = "text/csv";

  private static final int FEW = 12;
  private static final int MOST = 104;

  private ReportAnswer() {}

  /**
   * Reads {@code weeks} of the query.
   *
   * @throws InvalidInput where it is too small or too large
   */
  static Weeks weeks(String weeks, Clock clock) {
    return Weeks.until(clock.instant(), (int) QueryFields.number("weeks", weeks, FEW, 1, MOST));
  }

  /**
   * @param report has its lines in {@code rows}
   * @param rows the same lines
   * @param columns the members of a line that the table has, in its order
   * @throws InvalidInput where there is no such form
   */
  static Response of(
      String name, String format, Object report, List<?> rows, List<String> columns) {
    String wanted = QueryFields.text(format).orElse("json");
    return switch (wanted) {
      case "json" -> Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
      case "csv" ->
        Response.ok(table(rows, columns), CSV + ";charset=UTF-8")
            .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
            .build();
      default -> throw new InvalidInput("format", "must be one of: json, csv");
    };
  }

  private static String table(List<?> rows, List<String> columns) {
    StringBuilder table = new StringBuilder(String.join(",", columns)).append("\r\n");
    for (Object row : rows) {
      Map<String, JsonNode> members = Json.mapper().convertValue(row, Json.MEMBERS);
      table
          .append(String.join(
              ",",
              columns.stream()
                  .map(name -> Optional.ofNullable(members.get(name)))
                  .map(value -> value.map(ReportAnswer::cell).orElse(""))
                  .toList()))
          .append("\r\n");
    }
    return table.toString();
  }

  private static String cell(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : text(value.asText());
  }

  /**
   * A text that spreadsheets show as it is: what begins like a formula gets an apostrophe in front, so that it is none.
   */
  static String text(String value) {
    String harmless =
        !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean isPlain = harmless.chars().noneMatch(sign -> ",\"\r\n".indexOf(sign) >= 0);
    return isPlain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}

package org.voicepact.platform.boundary;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Weeks;

/** The query of an operation that answers with figures. */
public class ReportRequest {

  @QueryParam("weeks")
  @Parameter(
      description = "Of how many weeks, the present one among them",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "104", defaultValue = "12"))
  private String weeks;

  @QueryParam("format")
  @Parameter(
      description = "json, or csv",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"json", "csv"},
              defaultValue = "json"))
  private String format;

  /** For the figures of so many weeks as JSON. */
  public static ReportRequest ofWeeks(String weeks) {
    ReportRequest request = new ReportRequest();
    request.weeks = weeks;
    return request;
  }

  /**
   * @throws InvalidInput where there are too few or too many weeks
   */
  public Weeks period(Clock clock) {
    return ReportAnswer.weeks(weeks, clock);
  }

  /**
   * @param report has its lines in {@code rows}
   * @param rows the same lines
   * @param columns the members of a line that the table has, in its order
   * @throws InvalidInput where there is no such form
   */
  public Response answer(String name, Object report, List<?> rows, List<String> columns) {
    return ReportAnswer.of(name, format, report, rows, columns);
  }
}

package org.voicepact.platform.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.platform.entity.Fault;

/**
 * A problem response (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param errors every fault of the input; left out where no field is to blame
 */
@Schema(description = "Why a request was not carried out (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(examples = "about:blank") String type,
    @Schema(examples = "Unprocessable Content") String title,
    int status,
    @Schema(description = "In words, for the caller") String detail,

    @Schema(name = "request_id", description = "To find the request in the server's log")
    String requestId,

    @Schema(description = "Every fault of the input, by JSON pointer or parameter name")
    List<Fault> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** What a caller is told of a fault of the server. */
  static final String SERVER_FAILED = "The server failed to answer; its log has the reason";

  static final String DATABASE_UNAVAILABLE =
      "The database cannot be used at present; whether it can be used again shows after Retry-After";

  static Problem of(int status, String detail, String requestId, List<Fault> errors) {
    return new Problem("about:blank", title(status), status, detail, requestId, errors);
  }

  static Response response(int status, String detail, String requestId, List<Fault> errors) {
    return Response.status(status, title(status))
        .type(MEDIA_TYPE)
        .entity(of(status, detail, requestId, errors))
        .build();
  }

  /**
   * A 503 that says in {@code Retry-After} when to come again.
   *
   * @param retryAfter in whole seconds
   */
  static Response unavailable(String detail, Duration retryAfter, String requestId) {
    return Response.fromResponse(response(503, detail, requestId, List.of()))
        .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
        .build();
  }

  private static String title(int status) {
    return switch (status) {
      case 413 -> "Content Too Large";
      case 422 -> "Unprocessable Content";
      default -> {
        Response.Status known = Response.Status.fromStatusCode(status);
        yield known == null ? "Error" : known.getReasonPhrase();
      }
    };
  }
}

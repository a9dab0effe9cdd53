package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.TooManyRequests;

/** A refusal as a problem response. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  /** What is needed may have come back by then; nobody knows. */
  private static final Duration LATER = Duration.ofSeconds(5);

  @Inject
  private RequestIds ids;

  @Override
  public Response toResponse(Refusal refusal) {
    if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
      return Problem.unavailable(refusal.getMessage(), LATER, ids.current().orElseThrow());
    }
    Response problem = Problem.response(
        status(refusal.kind()),
        refusal.getMessage(),
        ids.current().orElseThrow(),
        refusal.faults());
    if (refusal instanceof TooManyRequests tooMany) {
      return Response.fromResponse(problem)
          .header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds())
          .build();
    }
    return problem;
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case PRECONDITION_FAILED -> 412;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case INVALID -> 422;
      case TOO_MANY_REQUESTS -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}

package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.voicepact.platform.control.DatabaseAvailability;
import org.voicepact.platform.control.DatabaseFault;
import org.voicepact.platform.control.Debugging;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.Json;

/** What fails before JAX-RS has taken the request, as an unreadable Accept header, in the shape of every other problem. */
@WebServlet("/container-error")
public class ContainerErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient RequestIds ids;

  @Inject
  private transient SecurityHeaders securityHeaders;

  @Inject
  private transient Debugging debugging;

  @Inject
  private transient DatabaseAvailability database;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Called by itself it is no resource.
    int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? code
        : 404;
    Optional<DatabaseFault> fault = Optional.ofNullable(reason(request)).flatMap(database::note);
    if (fault.isPresent()) {
      status = 503;
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(fault.get().retryAfter().toSeconds()));
    }
    String detail =
        fault.isPresent() ? Problem.DATABASE_UNAVAILABLE : detail(status, reason(request));
    Problem problem = Problem.of(status, detail, ids.current().orElseThrow(), List.of());
    response.setStatus(status);
    securityHeaders.all().forEach(response::setHeader);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(RequestIdListener.HEADER, ids.current().orElseThrow());
    response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
  }

  /** The container itself has logged the reason. */
  private String detail(int status, Throwable reason) {
    return switch (status) {
      case 401 -> "This needs a credential that is good for it";
      case 403 -> "This caller, or this page, may not do it";
      default ->
        status < 500
            ? "The request could not be read"
            : debugging.detail(reason, Problem.SERVER_FAILED);
    };
  }

  private static Throwable reason(HttpServletRequest request) {
    return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
  }
}

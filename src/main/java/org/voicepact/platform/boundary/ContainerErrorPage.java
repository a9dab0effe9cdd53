package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.voicepact.platform.entity.Json;

/** What fails before JAX-RS has taken the request, as an unreadable Accept header, in the shape of every other problem. */
@WebServlet("/container-error")
public class ContainerErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient RequestId requestId;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Called by itself it is no resource.
    int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? code
        : 404;
    String detail = status < 500 ? "The request could not be read" : Problem.SERVER_FAILED;
    Problem problem = Problem.of(status, detail, requestId.value(), List.of());
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(RequestId.HEADER, requestId.value());
    response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
  }
}

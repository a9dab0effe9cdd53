package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.platform.control.DatabaseAvailability;
import org.voicepact.platform.control.DatabaseFault;
import org.voicepact.platform.control.Debugging;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.Refusal;

/**
 * What JAX-RS itself refuses (no such resource, method, media type) in the shape of every other problem,
 * a database that cannot be used at present as a 503, and what nobody foresaw as a 500; the log has the whole of it. The answer says nothing of the inside, unless {@code DEBUG} is true.
 */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(UnexpectedErrorMapper.class.getName());

  @Context
  private ResourceInfo resource;

  @Inject
  private RequestIds ids;

  @Inject
  private RefusalMapper refusals;

  @Inject
  private Debugging debugging;

  @Inject
  private DatabaseAvailability database;

  @Override
  public Response toResponse(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusals.toResponse(refusal);
      }
    }
    if (error instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return fromJaxRs(web.getResponse());
    }
    if (isNothingThere(error)) {
      return problem(404);
    }
    Optional<DatabaseFault> fault = database.note(error);
    if (fault.isPresent()) {
      return Problem.unavailable(
          Problem.DATABASE_UNAVAILABLE, fault.get().retryAfter(), ids.current().orElseThrow());
    }
    LOG.log(Level.SEVERE, error, () -> "the request failed");
    String detail = debugging.detail(error, Problem.SERVER_FAILED);
    return Problem.response(500, detail, ids.current().orElseThrow(), List.of());
  }

  /**
   * Where nothing matches, RESTEasy names the whole address in what it throws, and fails over one whose query cannot be
   * decoded.
   */
  private boolean isNothingThere(Throwable error) {
    return resource.getResourceMethod() == null
        && error instanceof IllegalArgumentException
        && error.getCause() instanceof URISyntaxException;
  }

  private Response problem(int status) {
    return Problem.response(status, detail(status), ids.current().orElseThrow(), List.of());
  }

  private Response fromJaxRs(Response response) {
    if (response.getStatus() < 400) {
      return response;
    }
    Response problem = problem(response.getStatus());
    String allow = response.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "There is no such resource";
      case 405 -> "The resource does not have this method";
      case 406 -> "The resource has no form that the Accept header allows";
      case 415 -> "The resource does not read this Content-Type";
      default -> "The request could not be read";
    };
  }
}

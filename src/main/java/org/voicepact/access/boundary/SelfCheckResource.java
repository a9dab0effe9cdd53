package org.voicepact.access.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.CheckingReadiness;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.entity.CheckedPoint;

/** Tells an administrator what is still to do before production. */
@Path("api/v1/admin/self-check")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SelfCheckResource {

  private final CheckingReadiness readiness;

  @Inject
  public SelfCheckResource(CheckingReadiness readiness) {
    this.readiness = readiness;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "selfCheck",
      summary = "What is still open before production",
      description = "The points are the same in every environment.")
  @APIResponse(
      responseCode = "200",
      description = "All points, the open ones first",
      content = @Content(schema = @Schema(implementation = Report.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Report check() {
    List<Point> points = readiness.points().stream().map(Point::of).toList();
    return new Report(
        points.stream().allMatch(point -> point.status() == CheckedPoint.Status.OK), points);
  }

  /**
   * The answer.
   *
   * @param ready whether no point is open
   */
  @Schema(name = "SelfCheck")
  record Report(
      @Schema(required = true, description = "Whether no point is open")
      boolean ready,

      @Schema(required = true) List<Point> points) {}

  /** One point of it. */
  @Schema(name = "SelfCheckPoint")
  record Point(
      @Schema(required = true, description = "The setting or the thing that was looked at")
      String name,

      @Schema(required = true) CheckedPoint.Status status,

      @Schema(required = true, description = "What was found, and what to do")
      String detail) {

    static Point of(CheckedPoint point) {
      return new Point(point.name(), point.status(), point.detail());
    }
  }
}

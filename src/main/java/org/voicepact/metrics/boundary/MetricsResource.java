package org.voicepact.metrics.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.MetricsAccess;
import org.voicepact.access.entity.Roles;
import org.voicepact.metrics.control.PrometheusText;

/** The figures of this server for Prometheus. Liberty's own resource, /metrics, is closed: it knows neither our keys nor our proxies. */
@Path("api/v1/metrics")
@Singleton
@Produces(MediaType.WILDCARD)
@Tag(name = "Administration")
public class MetricsResource {

  /** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final MetricsAccess access;
  private final PrometheusText text;

  @Inject
  public MetricsResource(MetricsAccess access, PrometheusText text) {
    this.access = access;
    this.text = text;
  }

  @GET
  @RolesAllowed({Roles.METRICS, Roles.ADMIN})
  @Operation(
      operationId = "getMetrics",
      summary = "Figures of this server for Prometheus",
      description =
          "With METRICS_TOKEN as bearer token; without that setting for programs on the same"
              + " machine, outside production.")
  @APIResponse(
      responseCode = "200",
      description = "In the text format of Prometheus",
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema = @Schema(implementation = String.class)))
  public Response metrics() {
    if (!access.isOn()) {
      throw new NotFoundException();
    }
    return Response.ok(text.write()).type(TEXT).build();
  }
}

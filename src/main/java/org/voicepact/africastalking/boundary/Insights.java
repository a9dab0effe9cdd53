package org.voicepact.africastalking.boundary;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The provider's interface for what it knows of numbers. */
@Path("v1/sim-swap")
public interface Insights {

  /**
   * @param request {@code username} and {@code phoneNumbers}, in E.164
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  Response simSwap(@HeaderParam("apiKey") String apiKey, String request);
}

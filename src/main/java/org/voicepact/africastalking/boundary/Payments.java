package org.voicepact.africastalking.boundary;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The provider's interface for payments: the older one, which only accounts of that time have. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface Payments {

  /** Asks a person to pay. */
  @POST
  @Path("mobile/checkout/request")
  Response checkout(@HeaderParam("apiKey") String apiKey, String request);

  /** Pays to a person. */
  @POST
  @Path("mobile/b2c/request")
  Response payOut(@HeaderParam("apiKey") String apiKey, String request);

  /** What became of either. */
  @GET
  @Path("query/transaction/find")
  Response find(
      @HeaderParam("apiKey") String apiKey,
      @QueryParam("username") String username,
      @QueryParam("transactionId") String transactionId);
}

package org.voicepact.daraja.boundary;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The provider's interface. What comes back may be that of a proxy; its status and body say whether it is. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface Daraja {

  /**
   * @param basicAuthorization the app's key and secret
   * @param grantType {@code client_credentials}
   */
  @GET
  @Path("oauth/v1/generate")
  Response token(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String basicAuthorization,
      @QueryParam("grant_type") String grantType);

  /** Asks a person for the PIN (“STK push”, “M-Pesa Express”). */
  @POST
  @Path("mpesa/stkpush/v1/processrequest")
  Response prompt(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String request);

  /** What became of it, at once. */
  @POST
  @Path("mpesa/stkpushquery/v1/query")
  Response promptQuery(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String query);

  /** Pays to a person (“B2C”). The third version takes a number of ours for the payment. */
  @POST
  @Path("mpesa/b2c/v3/paymentrequest")
  Response payment(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String request);

  /** What became of a payment, by a notice. */
  @POST
  @Path("mpesa/transactionstatus/v1/query")
  Response status(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String query);
}

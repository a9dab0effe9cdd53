package org.voicepact.africastalking.boundary;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The provider's interface for SMS, in its classic form. */
@Path("version1/messaging")
public interface Messaging {

  /**
   * @param message {@code username}, {@code to} (numbers in E.164, separated by commas), {@code message}, and {@code
   *     from} where there is a sender id
   * @return whatever came back: its status and body say whether it is the provider's own answer
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  Response send(@HeaderParam("apiKey") String apiKey, Form message);
}

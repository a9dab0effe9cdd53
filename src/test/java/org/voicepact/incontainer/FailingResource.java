package org.voicepact.incontainer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Fails in a way that nobody foresaw. */
@Path("failing")
public class FailingResource {

  @GET
  public String fail() {
    throw new IllegalStateException(
        "this resource fails on purpose", new IllegalArgumentException("and has a reason"));
  }
}

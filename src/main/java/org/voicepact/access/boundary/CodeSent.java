package org.voicepact.access.boundary;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer where a code is needed first: 202, and the same whether or not there was anybody to send it to. */
@Schema(name = "CodeSent")
public record CodeSent(
    @Schema(required = true, examples = "code_sent") String status,
    @Schema(required = true) String detail) {

  /** For the documentation of operations. */
  public static final String DESCRIPTION =
      "With PARTY_PROOF=otp and without code: nothing was changed, and the number is sent a code, if it is a party's";

  /** The member of requests that brings the code. */
  public static final String MEMBER = "code";

  /** Six digits are enough; what is longer is wrong in any case. */
  public static final int LONGEST_CODE = 20;

  private static final CodeSent ANSWER = new CodeSent(
      "code_sent",
      "Nothing was changed. If this number is that of a party, a code is on its way to it by SMS:"
          + " repeat the request with code.");

  public static Response response() {
    return Response.status(Response.Status.ACCEPTED).entity(ANSWER).build();
  }
}

package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.TokenResource.TokenRepresentation;
import org.voicepact.access.control.SigningIn;
import org.voicepact.access.entity.Limited;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;

/** Signs a party in with its phone. */
@Path("api/v1/auth/otp")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SignInResource {

  private final SigningIn signingIn;
  private final RequestLimits limits;
  private final PhoneNumbers phones;

  @Inject
  public SignInResource(SigningIn signingIn, RequestLimits limits, PhoneNumbers phones) {
    this.signingIn = signingIn;
    this.limits = limits;
    this.phones = phones;
  }

  /** The forms of the bodies. */
  @Schema(name = "SignInRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  private record SignIn(
      @Schema(required = true, examples = "+254712345678") String phoneNumber) {}

  /** The same with the code. */
  @Schema(name = "SignInCodeRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  private record SignInCode(
      @Schema(required = true, examples = "+254712345678") String phoneNumber,
      @Schema(required = true, pattern = "^[0-9]{6}$") String code) {}

  @POST
  @PermitAll
  @RateLimited(Limited.OTP)
  @Operation(
      operationId = "requestSignInCode",
      summary = "Send a party a code by SMS to sign in with",
      description =
          "Six digits, good for 5 minutes and 5 tries; at most 3 codes to a number in an hour. The answer is the same"
              + " where the number is nobody's and where no code was sent.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignIn.class)))
  @APIResponse(
      responseCode = "202",
      description = "A code is sent, if the number is that of a party",
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  public Response begin(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(PhoneFields.MEMBER, PhoneFields.SHORT_MEMBER));
    Optional<PhoneNumber> phone = PhoneFields.required(fields, phones);
    fields.check();
    limits.countNumber(Limited.OTP, phone.orElseThrow());
    signingIn.begin(phone.get());
    return CodeSent.response();
  }

  @POST
  @Path("verify")
  @PermitAll
  @RateLimited(Limited.OTP)
  @Operation(
      operationId = "verifySignInCode",
      summary = "Exchange the code for a token",
      description = "The token is good for 60 minutes, and for the contracts of this number alone.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SignInCode.class)))
  @APIResponse(
      responseCode = "200",
      description = "A token, as RFC 6749 (5.1) has it",
      content = @Content(schema = @Schema(implementation = TokenRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public TokenRepresentation finish(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(PhoneFields.MEMBER, PhoneFields.SHORT_MEMBER, CodeSent.MEMBER));
    Optional<PhoneNumber> phone = PhoneFields.required(fields, phones);
    String code = fields.requiredText(CodeSent.MEMBER, CodeSent.LONGEST_CODE);
    fields.check();
    limits.countNumber(Limited.OTP, phone.orElseThrow());
    return TokenRepresentation.of(signingIn.finish(phone.get(), code));
  }
}

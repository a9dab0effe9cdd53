package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.OwnAccountResource;
import org.voicepact.access.entity.Roles;

/** What an operator changes of the own account. */
@Path("console/me")
@Singleton
public class OwnPageResource {

  private final OwnAccountResource account;
  private final Pages pages;
  private final Forms forms;

  @Inject
  public OwnPageResource(OwnAccountResource account, Pages pages, Forms forms) {
    this.account = account;
    this.pages = pages;
    this.forms = forms;
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(hidden = true)
  public Response show() {
    return page().response();
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response change(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          account.change(FormBody.of(form));
          return Pages.seeOther("/console/me", "saved");
        },
        this::page);
  }

  /** It ends all sessions, this one as well; the answer takes the cookie away. */
  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Path("password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response changePassword(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> Response.fromResponse(Pages.seeOther("/console", "own-password"))
            .header(
                HttpHeaders.SET_COOKIE,
                account.changePassword(FormBody.of(form)).getHeaderString(HttpHeaders.SET_COOKIE))
            .build(),
        this::page);
  }

  private Page page() {
    return pages
        .page("me", "me")
        .with("account", ApiData.of(account.read()))
        .with("languages", Pages.languages());
  }
}

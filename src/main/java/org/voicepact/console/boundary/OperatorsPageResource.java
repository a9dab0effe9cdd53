package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.OperatorsResource;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.entity.WireValue;

/** The page of the people in the office. */
@Path("console/operators")
@Singleton
public class OperatorsPageResource {

  private static final String HERE = "/console/operators";
  private static final List<String> ROLES = WireValue.all(OperatorRole.class);

  private final OperatorsResource operators;
  private final Pages pages;
  private final Forms forms;

  @Inject
  public OperatorsPageResource(OperatorsResource operators, Pages pages, Forms forms) {
    this.operators = operators;
    this.pages = pages;
    this.forms = forms;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response list() {
    return page().response();
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response make(MultivaluedMap<String, String> form) {
    return carryOut(form, "made", () -> operators.make(FormBody.of(form)), this::page);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response change(@PathParam("name") String name, MultivaluedMap<String, String> form) {
    return carryOut(
        form, "changed", () -> operators.change(name, FormBody.of(form)), () -> page(name));
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{name}/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response password(@PathParam("name") String name, MultivaluedMap<String, String> form) {
    return carryOut(
        form, "password", () -> operators.setPassword(name, FormBody.of(form)), () -> page(name));
  }

  private Response carryOut(
      MultivaluedMap<String, String> form,
      String done,
      Supplier<Object> act,
      Supplier<Page> again) {
    return forms.carryOut(
        form,
        () -> {
          act.get();
          return Pages.seeOther(HERE, done);
        },
        again);
  }

  /** With the row of one of them open, where what was refused belongs. */
  private Page page(String name) {
    return page().with("whose", name).naming(field -> "/" + name + field);
  }

  private Page page() {
    return pages
        .page("operators", "operators")
        .with("operators", ApiData.of(operators.list()).get("operators"))
        .with("roles", ROLES)
        .with("languages", Pages.languages());
  }
}

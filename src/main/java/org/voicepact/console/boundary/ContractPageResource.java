package org.voicepact.console.boundary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.boundary.ContractActsResource;
import org.voicepact.contract.boundary.ContractDisputeResource;
import org.voicepact.contract.boundary.ContractNotesResource;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.sms.boundary.SmsSendResource;

/** The page of one contract, and what is done there. */
@Path("console/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
public class ContractPageResource {

  private final ContractPage page;
  private final Forms forms;
  private final SmsSendResource sending;
  private final ContractActsResource acts;
  private final ContractDisputeResource disputes;
  private final ContractNotesResource notes;

  @Inject
  public ContractPageResource(
      ContractPage page,
      Forms forms,
      SmsSendResource sending,
      ContractActsResource acts,
      ContractDisputeResource disputes,
      ContractNotesResource notes) {
    this.page = page;
    this.forms = forms;
    this.sending = sending;
    this.acts = acts;
    this.disputes = disputes;
    this.notes = notes;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return page.of(id).response();
  }

  @POST
  @RolesAllowed(Roles.WRITE)
  @RateLimited(Limited.CREATE)
  @Path("resend")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response resend(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    InputStream named = FormBody.of(JsonNodeFactory.instance.objectNode().put("contract_id", id));
    return carryOut(id, form, "resent", () -> sending.sendContract(named));
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.ADMIN})
  @RateLimited(Limited.CONFIRM)
  @Path("cancel")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response cancel(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    return carryOut(id, form, "cancelled", () -> acts.cancel(id, FormBody.of(form)));
  }

  @POST
  @RolesAllowed({Roles.RESOLVE, Roles.ADMIN})
  @RateLimited(Limited.CONFIRM)
  @Path("resolve")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response resolve(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    return carryOut(id, form, "resolved", () -> disputes.resolve(id, null, FormBody.of(form)));
  }

  @POST
  @RolesAllowed(Roles.NOTES_WRITE)
  @RateLimited(Limited.CONFIRM)
  @Path("notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response note(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    return carryOut(id, form, "noted", () -> notes.note(id, FormBody.of(form)));
  }

  private Response carryOut(
      String id, MultivaluedMap<String, String> form, String done, Supplier<Response> act) {
    return forms.carryOut(
        form,
        () -> {
          act.get();
          return Pages.seeOther("/console/contracts/" + id.toUpperCase(Locale.ROOT), done);
        },
        () -> page.of(id));
  }
}

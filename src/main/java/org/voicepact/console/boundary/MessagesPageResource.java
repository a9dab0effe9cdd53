package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.WireValue;
import org.voicepact.sms.boundary.SmsMessagesResource;
import org.voicepact.sms.boundary.SmsStatusResource;
import org.voicepact.sms.entity.Sending;

/** The page of the outbox; its filters are the query of {@code GET /sms/messages}. */
@Path("console/messages")
@Singleton
public class MessagesPageResource {

  private static final List<String> STATUSES = WireValue.all(Sending.Status.class);

  private final SmsMessagesResource messages;
  private final SmsStatusResource status;
  private final Pages pages;
  private final Forms forms;
  private final RefusalMapper refusals;

  @Inject
  public MessagesPageResource(
      SmsMessagesResource messages,
      SmsStatusResource status,
      Pages pages,
      Forms forms,
      RefusalMapper refusals) {
    this.messages = messages;
    this.status = status;
    this.pages = pages;
    this.forms = forms;
    this.refusals = refusals;
  }

  @GET
  @RolesAllowed({Roles.MESSAGES, Roles.ADMIN})
  @Operation(hidden = true)
  public Response list(@Context UriInfo address) {
    Page page = page(address);
    MultivaluedMap<String, String> query = address.getQueryParameters();
    try {
      Map<String, Object> list = ApiData.of(messages.list(
          query.getFirst("status"),
          query.getFirst("phone_number"),
          query.getFirst("contract_id"),
          null,
          query.getFirst("cursor")));
      return page.with("list", list.get("messages"))
          .with("next", ContractListPageResource.next(address, list.get("next_cursor")))
          .response();
    } catch (Refusal refusal) {
      return page.refused(refusal, refusals.toResponse(refusal).getStatus()).response();
    }
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{id: [0-9]{1,18}}/retry")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response retry(
      @PathParam("id") String id, @Context UriInfo address, MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          messages.retry(id);
          return Pages.seeOther("/console/messages", "retried");
        },
        () -> page(address));
  }

  private Page page(UriInfo address) {
    return pages
        .page("messages", "messages")
        .filled(address.getQueryParameters())
        .with("statuses", STATUSES)
        .with("outbox", ApiData.of(status.status()));
  }
}

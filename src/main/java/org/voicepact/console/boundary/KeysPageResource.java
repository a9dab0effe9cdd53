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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.ApiKeysResource;
import org.voicepact.access.entity.Roles;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.entity.WireValue;

/** The page of access keys. */
@Path("console/keys")
@Singleton
public class KeysPageResource {

  private static final List<String> SCOPES = WireValue.all(Scope.class);

  private final ApiKeysResource keys;
  private final Pages pages;
  private final Forms forms;

  @Inject
  public KeysPageResource(ApiKeysResource keys, Pages pages, Forms forms) {
    this.keys = keys;
    this.pages = pages;
    this.forms = forms;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response list() {
    return page().response();
  }

  /** The key is shown in this answer and nowhere else, so nothing leads on from it. */
  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response make(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          Map<String, Object> made = ApiData.of(keys.make(FormBody.of(withTime(form))));
          return page().with("made", made).response();
        },
        () -> page().with("chosen", form.getOrDefault("/scopes", List.of())));
  }

  /** A browser's field has a day; the API wants a time. */
  private static MultivaluedMap<String, String> withTime(MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> timed = new MultivaluedHashMap<>();
    timed.putAll(form);
    timed.computeIfPresent(
        "/expires_at",
        (name, days) -> days.stream()
            .map(day -> day.matches("[0-9-]{10}") ? day + "T23:59:59Z" : day)
            .toList());
    return timed;
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{key_id}/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response revoke(@PathParam("key_id") String id) {
    keys.revoke(id);
    return Pages.seeOther("/console/keys", "revoked");
  }

  private Page page() {
    return pages
        .page("keys", "keys")
        .with("keys", ApiData.of(keys.list()).get("api_keys"))
        .with("scopes", SCOPES)
        .with("chosen", List.of());
  }
}

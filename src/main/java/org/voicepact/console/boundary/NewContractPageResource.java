package org.voicepact.console.boundary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.boundary.ContractsResource;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Terms;
import org.voicepact.terms.boundary.TermsResource;

/** The form by which a contract is made. Who has the words of the deal sends them along, and they become part of it. */
@Path("console/contracts/new")
@Singleton
public class NewContractPageResource {

  /** A form has a key of its own, so that to send it twice makes one contract. */
  private static final String ONCE = "once";

  private static final String TRANSCRIPT = "transcript";
  private static final List<String> TYPES =
      Arrays.stream(ContractType.values()).map(ContractType::wire).toList();

  private final ContractsResource contracts;
  private final TermsResource terms;
  private final Pages pages;
  private final Forms forms;

  @Inject
  public NewContractPageResource(
      ContractsResource contracts, TermsResource terms, Pages pages, Forms forms) {
    this.contracts = contracts;
    this.terms = terms;
    this.pages = pages;
    this.forms = forms;
  }

  @GET
  @RolesAllowed(Roles.WRITE)
  @Operation(hidden = true)
  public Response show() {
    return page().response();
  }

  @POST
  @RolesAllowed(Roles.WRITE)
  @RateLimited(Limited.CREATE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response create(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          Map<String, Object> made = ApiData.of(made(FormBody.json(form), form.getFirst(ONCE)));
          return Pages.seeOther("/console/contracts/" + made.get("contract_id"), "created");
        },
        this::page);
  }

  /** The same form with what its words say; nothing is kept. */
  @POST
  @RolesAllowed(Roles.WRITE)
  @Path("words")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response words(MultivaluedMap<String, String> form) {
    ObjectNode told = JsonNodeFactory.instance
        .objectNode()
        .put("text", form.getFirst("/" + TRANSCRIPT))
        .put("language", pages.language().wire());
    return forms.carryOut(
        form,
        () -> {
          Map<String, Object> found = ApiData.of(terms.extract(FormBody.of(told)));
          return page().filled(with(found, form)).with("extraction", found).response();
        },
        () -> page().naming(name -> name.equals("/text") ? "/" + TRANSCRIPT : name));
  }

  /** What the words say goes before what stood there; what they do not say stays. */
  private static MultivaluedMap<String, String> with(
      Map<String, Object> found, MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> filled = new MultivaluedHashMap<>();
    filled.putAll(form);
    found.forEach((name, term) -> {
      if (term instanceof Map<?, ?> told) {
        filled.putSingle("/" + name, text(told.get("value")));
      }
    });
    return filled;
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private Response made(ObjectNode body, String key) {
    if (!body.has(TRANSCRIPT)) {
      return contracts.createManual(key, FormBody.of(body));
    }
    ObjectNode terms = body.objectNode();
    for (String term : Terms.PUBLISHED) {
      if (body.has(term)) {
        terms.set(term, body.remove(term));
      }
    }
    body.set("terms", terms);
    return contracts.create(key, FormBody.of(body));
  }

  private Page page() {
    return pages
        .page("new", "new")
        .with(ONCE, UUID.randomUUID().toString())
        .with("types", TYPES)
        .with("languages", Pages.languages());
  }
}

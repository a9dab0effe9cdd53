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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.RequestLimits;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.OnceRefusal;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.boundary.ContractsResource;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.WireValue;
import org.voicepact.terms.boundary.TermsResource;

/** The form by which a contract is made. Who has the words of the deal sends them along, and they become part of it. */
@Path("console/contracts/new")
@Singleton
public class NewContractPageResource {

  /** A form has a key of its own, so that to send it twice makes one contract. */
  private static final String ONCE = "once";

  private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");
  private static final List<String> TYPES = WireValue.all(ContractType.class);

  private final ContractsResource contracts;
  private final TermsResource terms;
  private final Pages pages;
  private final Forms forms;
  private final RequestLimits limits;

  @Inject
  public NewContractPageResource(
      ContractsResource contracts,
      TermsResource terms,
      Pages pages,
      Forms forms,
      RequestLimits limits) {
    this.contracts = contracts;
    this.terms = terms;
    this.pages = pages;
    this.forms = forms;
    this.limits = limits;
  }

  @GET
  @RolesAllowed(Roles.WRITE)
  @Operation(hidden = true)
  public Response show() {
    return page(new MultivaluedHashMap<>()).response();
  }

  /**
   * Makes the contract. Where there are words that nobody has looked into yet, and the form lacks what they say, it is filled
   * in for review first: a contract without the terms that stand in its own words is not what its parties meant.
   */
  @POST
  @RolesAllowed(Roles.WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response create(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          if (DealWords.areIn(form) && !DealWords.wereReviewed(form)) {
            DealWords words = read(form);
            if (words.sayMore()) {
              return reviewed(words, words.completed()).with("unmade", true).response();
            }
          }
          // A look at the words makes nothing, and costs nothing of what may be made.
          limits.countCaller(Limited.CREATE);
          Map<String, Object> made = ApiData.of(made(FormBody.json(form), form));
          return Pages.seeOther("/console/contracts/" + made.get("contract_id"), "created");
        },
        () -> again(form));
  }

  /** The same form with what its words say; nothing is kept. */
  @POST
  @RolesAllowed(Roles.WRITE)
  @Path("words")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response words(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          DealWords words = read(form);
          return reviewed(words, words.filled()).response();
        },
        () -> again(form));
  }

  private DealWords read(MultivaluedMap<String, String> form) {
    ObjectNode told = JsonNodeFactory.instance
        .objectNode()
        .put("text", form.getFirst("/" + DealWords.TRANSCRIPT))
        .put("language", pages.language().wire());
    return new DealWords(ApiData.of(terms.extract(FormBody.of(told))), form);
  }

  private Page reviewed(DealWords words, MultivaluedMap<String, String> shown) {
    return page(shown)
        .filled(shown)
        .with("extraction", words.heldBy(shown))
        .with("found_nothing", words.sayNothing())
        .with(DealWords.REVIEWED, DealWords.digest(shown));
  }

  /** Before what was sent is shown again. Where each value came from is shown as it was before, as far as that can be read. */
  private Page again(MultivaluedMap<String, String> form) {
    if (!DealWords.areIn(form) || !DealWords.wereReviewed(form)) {
      return page(form);
    }
    try {
      return reviewed(read(form), form);
    } catch (Refusal refusal) {
      // It says nothing about why the form was refused.
      return page(form);
    }
  }

  private Response made(ObjectNode body, MultivaluedMap<String, String> form) {
    try {
      return made(body, form.getFirst(ONCE));
    } catch (OnceRefusal refusal) {
      if (refusal.kind() == Refusal.Kind.INVALID) {
        // A contract was made of this form before. Whoever has read that may want another one.
        form.remove(ONCE);
      }
      throw refusal;
    }
  }

  private Response made(ObjectNode body, String key) {
    if (!body.has(DealWords.TRANSCRIPT)) {
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

  /** It keeps its key as long as nobody knows that it was carried out: an answer may have been lost on its way. */
  private Page page(MultivaluedMap<String, String> form) {
    String key = Objects.requireNonNullElse(form.getFirst(ONCE), "");
    return pages
        .page("new", "new")
        .with(ONCE, KEY.matcher(key).matches() ? key : UUID.randomUUID().toString())
        .with("types", TYPES)
        .with("languages", Pages.languages())
        .naming(name -> name.equals("/text") ? "/" + DealWords.TRANSCRIPT : name);
  }
}

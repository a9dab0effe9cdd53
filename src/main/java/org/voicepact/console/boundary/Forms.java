package org.voicepact.console.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.entity.Refusal;

/** What a form that was sent leads to. */
@Singleton
public class Forms {

  private final RefusalMapper refusals;

  @Inject
  public Forms(RefusalMapper refusals) {
    this.refusals = refusals;
  }

  /**
   * Carries out what a form asks for. What is refused shows the page with the form again, as it was filled in, and so does
   * a form that {@link KeptFormPage} gives back, of which nothing is carried out.
   *
   * @param act answers where it succeeded
   * @param again makes the page with the form; what it refuses itself, as the page of what is not there, is not said in place of
   *     the first reason
   */
  Response carryOut(
      MultivaluedMap<String, String> form, Supplier<Response> act, Supplier<Page> again) {
    if (form.containsKey(KeptForm.REVIEW)) {
      return givenBack(again, form).with(KeptForm.REVIEW, true).response();
    }
    try {
      return act.get();
    } catch (Refusal refusal) {
      return refused(form, refusal, again);
    }
  }

  private Response refused(
      MultivaluedMap<String, String> form, Refusal refusal, Supplier<Page> again) {
    Response problem = refusals.toResponse(refusal);
    try {
      Response page =
          givenBack(again, form).refused(refusal, problem.getStatus()).response();
      return Response.fromResponse(page)
          .header(HttpHeaders.RETRY_AFTER, problem.getHeaderString(HttpHeaders.RETRY_AFTER))
          .build();
    } catch (Refusal another) {
      throw refusal;
    }
  }

  /** With what has no place on the page any more beside it. */
  private static Page givenBack(Supplier<Page> again, MultivaluedMap<String, String> form) {
    return again.get().filled(form).with("typed", KeptForm.typed(form));
  }
}

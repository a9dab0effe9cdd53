package org.voicepact.console.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
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
   * Carries out what a form asks for. What is refused shows the page with the form again, as it was filled in.
   *
   * @param act answers where it succeeded
   * @param again makes the page with the form
   */
  Response carryOut(
      MultivaluedMap<String, String> form, Supplier<Response> act, Supplier<Page> again) {
    return carryOut(form, act, refusal -> again.get());
  }

  Response carryOut(
      MultivaluedMap<String, String> form, Supplier<Response> act, Function<Refusal, Page> again) {
    try {
      return act.get();
    } catch (Refusal refusal) {
      int status = refusals.toResponse(refusal).getStatus();
      if (refusal.kind() == Refusal.Kind.NOT_FOUND || status >= 500) {
        throw refusal;
      }
      return again.apply(refusal).filled(form).refused(refusal, status).response();
    }
  }
}

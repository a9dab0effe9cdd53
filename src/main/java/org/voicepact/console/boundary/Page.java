package org.voicepact.console.boundary;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.Refusal;

/** A page that is being made: a template and what it shows. */
final class Page {

  private final String template;
  private final Function<Page, Response> finish;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private int status = Response.Status.OK.getStatusCode();
  private UnaryOperator<String> fieldNames = UnaryOperator.identity();

  Page(String template, Map<String, Object> common, Function<Page, Response> finish) {
    this.template = template;
    this.finish = finish;
    values.putAll(common);
    values.put("form", Map.of());
    values.put("faults", Map.of());
    values.put("typed", List.of());
  }

  Page with(String name, Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  /** What was filled in, to be shown again. */
  Page filled(MultivaluedMap<String, String> form) {
    Map<String, Object> fields = new LinkedHashMap<>();
    form.forEach((name, given) -> fields.put(name, given.isEmpty() ? "" : given.get(0)));
    return with("form", fields);
  }

  /** What the API refused, beside the fields that it belongs to. */
  Page refused(Refusal refusal, int answered) {
    Map<String, Object> faults = new LinkedHashMap<>();
    for (Fault fault : refusal.faults()) {
      faults.putIfAbsent(fieldNames.apply(pointer(fault.pointer())), fault.detail());
    }
    status = answered;
    return with("faults", faults).with("refusal", refusal.getMessage());
  }

  /** A parameter of a query has no slash in front, and a term is a field of its own, wherever it stands in the body. */
  private static String pointer(String pointer) {
    String named = pointer.replaceFirst("^/terms/", "/");
    return named.isEmpty() || named.startsWith("/") ? named : "/" + named;
  }

  /**
   * Before what is refused is shown.
   *
   * @param names the field of the page for each pointer of the API
   */
  Page naming(UnaryOperator<String> names) {
    fieldNames = names;
    return this;
  }

  Page status(int answered) {
    status = answered;
    return this;
  }

  int status() {
    return status;
  }

  String template() {
    return template;
  }

  Map<String, Object> values() {
    return values;
  }

  Response response() {
    return finish.apply(this);
  }
}

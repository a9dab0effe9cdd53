package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

/** What a form is as the body of a request. */
class FormBodyTest {

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  private String json() {
    return FormBody.json(form).toString();
  }

  @Test
  void fieldsThatArePointersBecomeMembers() {
    form.add("/product", "Maize");
    form.add("/parties/1/name", "Otieno");
    form.add("/parties/0/phone_number", "0712");

    assertThat(json())
        .isEqualTo(
            "{\"product\":\"Maize\",\"parties\":[{\"phone_number\":\"0712\"},{\"name\":\"Otieno\"}]}");
  }

  @Test
  void otherFieldsAndEmptyOnesAreLeftOut() {
    form.add("csrf", "secret");
    form.add("next", "/console");
    form.add("/unit", "  ");
    form.add("/a/b/c/d", "deep");
    form.add("/parties/999/name", "far");

    assertThat(json()).isEqualTo("{}");
  }

  @Test
  void listsNumbersAndChoicesHaveTheirTypes() {
    form.addAll("/scopes", "admin", "payments");
    form.add("/version", "2");
    form.add("/active", "false");

    assertThat(FormBody.json(form).path("scopes")).hasSize(2);
    assertThat(FormBody.json(form).path("version").isInt()).isTrue();
    assertThat(FormBody.json(form).path("active").isBoolean()).isTrue();
  }

  @Test
  void aReasonIsOneLineWhateverTheFieldTakes() {
    form.add("/reason", "the rains\r\nbegan");

    assertThat(json()).isEqualTo("{\"reason\":\"the rains began\"}");
  }

  @Test
  void madeUpFieldsTakeNoOthersPlace() {
    form.add("/product", "Maize");
    form.add("/product/0/name", "x");
    form.add("/scopes", "admin");
    form.add("/scopes/0/name", "x");

    assertThat(FormBody.json(form).path("product").asText()).isEqualTo("Maize");
    assertThat(FormBody.json(form).path("scopes").path(0).asText()).isEqualTo("admin");
  }

  @Test
  void whatCannotBeANumberIsLeftForTheApiToRefuse() {
    form.add("/version", "two");

    assertThat(json()).isEqualTo("{\"version\":\"two\"}");
  }

  @Test
  void blanksInPasswordsCount() {
    form.add("/password", " a plain sentence ");

    assertThat(json()).isEqualTo("{\"password\":\" a plain sentence \"}");
  }
}

package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.console.boundary.KeptForm.Field;

/** What of a form is given back. */
class KeptFormTest {

  private static final String NOTES = "/console/contracts/AG-2026-000001/notes";

  private static Optional<KeptForm> kept(String body) {
    return KeptForm.of(NOTES, KeptForm.fields(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatWasTypedIsThereInItsOrder() {
    KeptForm form =
        kept("%2Fscopes=admin&%2Fname=Asha+%26+Co&%2Fscopes=payments&once=1&%2Fparties%2F0%2Fname=B")
            .orElseThrow();

    assertThat(form.action()).isEqualTo(NOTES);
    assertThat(form.fields())
        .containsExactly(
            new Field("/scopes", "admin"),
            new Field("/name", "Asha & Co"),
            new Field("/scopes", "payments"),
            new Field("once", "1"),
            new Field("/parties/0/name", "B"));
    assertThat(form.hadSecret()).isFalse();
  }

  @Test
  void nothingThatOpensSomethingIsRepeated() {
    KeptForm form =
        kept("csrf=c&%2Fname=asha&%2Fpassword=p&%2Fold_password=o&password=q&name=n&token=t&review=true")
            .orElseThrow();

    assertThat(form.fields()).containsExactly(new Field("/name", "asha"));
    assertThat(form.hadSecret()).isTrue();
    assertThat(form.values().toString()).doesNotContain("=p", "=o", "=q", "=c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "csrf=x",
        "%2Fpassword=secret",
        "%2Fversion=2",
        "%2Ftext=++",
        "%2Ftext=%zz",
        "x=1",
        "/a/b/c/d=1"
      })
  void whereNothingWasTypedNothingIsKept(String body) {
    assertThat(kept(body)).isEmpty();
  }

  @Test
  void itHasBounds() {
    assertThat(kept("%2Ftext=" + "x".repeat(40_000))).isPresent();
    assertThat(kept("%2Ftext=" + "x".repeat(40_001))).isEmpty();
    assertThat(kept("%2Ftext=x&".repeat(100))).isPresent();
    assertThat(kept("%2Ftext=x&".repeat(101))).isEmpty();
  }

  /** However many a stranger sends, they are not taken apart. */
  @Test
  void aBodyOfVeryManyFieldsIsNotLookedAt() {
    String body = "/text=typed" + "&a".repeat(100_000);

    assertThat(KeptForm.fields(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void aFormThatWasGivenBackBeforeKeepsItsAddress() {
    List<Field> fields = List.of(new Field("action", NOTES), new Field("/text", "x"));

    assertThat(KeptForm.of("/console/again", fields).map(KeptForm::action)).contains(NOTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example/", "//evil.example", "/console//evil.example", "/api/v1/x"})
  void noOtherAddressIsTaken(String action) {
    List<Field> fields = List.of(new Field("action", action), new Field("/text", "x"));

    assertThat(KeptForm.of(NOTES, fields).map(KeptForm::action)).contains(NOTES);
  }
}

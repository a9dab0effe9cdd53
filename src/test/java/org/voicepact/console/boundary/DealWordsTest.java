package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words of a deal beside its form. */
class DealWordsTest {

  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  private static final Map<String, Object> FOUND = Map.of(
      "product",
      Map.of("value", "Maize", "words", "maize"),
      "quantity",
      Map.of("value", new BigDecimal("1E+2"), "words", "100 bags"),
      "questions",
      List.of(Map.of("field", "total_amount", "text", "Which total?")));

  private static final Map<String, Object> NOTHING = Map.of("questions", List.of());

  private DealWords words() {
    return new DealWords(FOUND, form);
  }

  private void fill(String product, String quantity, String total) {
    form.putSingle("/product", product);
    form.putSingle("/quantity", quantity);
    form.putSingle("/total_amount", total);
  }

  @Test
  void whatTheWordsSayAndTheFormLacksIsMore() {
    fill("Maize", " ", "5");
    assertThat(words().sayMore()).isTrue();
    fill("Maize", "120", "");
    assertThat(words().sayMore()).as("an open question").isTrue();
    fill("Beans", "120", "5");
    assertThat(words().sayMore()).as("all is typed").isFalse();
  }

  @Test
  void aFormWithoutAnyTermIsLookedAtEvenWhereNothingWasFound() {
    assertThat(new DealWords(NOTHING, form).sayMore()).isTrue();
    assertThat(new DealWords(NOTHING, form).sayNothing()).isTrue();
    form.putSingle("/unit", "bags");
    assertThat(new DealWords(NOTHING, form).sayMore()).isFalse();
  }

  @Test
  void theButtonFillsInAllAndSendingOnlyWhatIsEmpty() {
    fill("Beans", "", "");

    assertThat(words().filled().getFirst("/product")).isEqualTo("Maize");
    assertThat(words().completed().getFirst("/product")).isEqualTo("Beans");
    assertThat(words().completed().getFirst("/quantity")).isEqualTo("100");
    assertThat(words().completed().getFirst("/total_amount")).isEmpty();
  }

  @Test
  void whatAPersonHasPutThereComesFromNoWords() {
    fill("Beans", "100", "5");

    Map<String, Object> held = words().heldBy(form);

    assertThat(held).containsKey("quantity").doesNotContainKey("product");
    assertThat((List<?>) held.get("questions")).isEmpty();
    fill("Maize", "100", "");
    assertThat(words().heldBy(form)).isEqualTo(FOUND);
  }

  @Test
  void otherWordsAreLookedAtAnew() {
    form.putSingle("/transcript", "100 bags\nof maize ");
    form.putSingle("reviewed", DealWords.digest(form));
    form.putSingle("/transcript", "100 bags\r\nof maize");
    assertThat(DealWords.wereReviewed(form)).isTrue();
    form.putSingle("/transcript", "120 bags of maize");
    assertThat(DealWords.wereReviewed(form)).isFalse();
  }

  @Test
  void withoutWordsThereIsNothingToLookAt() {
    assertThat(DealWords.areIn(form)).isFalse();
    form.putSingle("/transcript", " \n");
    assertThat(DealWords.areIn(form)).isFalse();
  }
}

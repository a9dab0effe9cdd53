package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private final Template fact = new Template("fact.html");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<script>alert(1)</script>|&lt;script&gt;alert(1)&lt;/script&gt;",
        "\" onfocus=\"x|&quot; onfocus=&quot;x",
        "' x|&#39; x",
        "Wanjiku & Co|Wanjiku &amp; Co",
        "&lt;|&amp;lt;",
        "$1 \\1 {{label}}|$1 \\1 {{label}}"
      })
  void textsAreEscaped(String text, String markup) {
    assertThat(fact.fill(Map.of("label", "Product", "kind", "plain", "value", text))
            .markup())
        .isEqualTo("<div><dt>Product</dt><dd class=\"plain\">" + markup + "</dd></div>\n");
  }

  @Test
  void aPieceOfHtmlStaysAsItIs() {
    assertThat(fact.fill(Map.of("label", "", "kind", "", "value", new Html("<b>1</b>")))
            .markup())
        .contains("<b>1</b>");
  }

  @Test
  void noPlaceIsForgotten() {
    assertThatThrownBy(() -> fact.fill(Map.of("label", "Product", "kind", "plain")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing for the place value");
  }
}

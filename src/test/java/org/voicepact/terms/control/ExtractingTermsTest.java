package org.voicepact.terms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.voicepact.platform.control.PhoneTimeZones;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Extraction;

/** What is found in the words of deals: the table is {@code deals.txt}. */
class ExtractingTermsTest {

  static final ExtractingTerms EXTRACTING = on("2026-11-25T09:00:00Z");

  private record Deal(int line, String text, List<String> expected) {}

  static ExtractingTerms on(String now) {
    return new ExtractingTerms(
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC), new PhoneTimeZones(), "KE", "KES");
  }

  @TestFactory
  Stream<DynamicTest> deals() throws IOException {
    List<Deal> deals = table();
    assertThat(deals).hasSizeGreaterThanOrEqualTo(60);
    return deals.stream()
        .map(deal -> DynamicTest.dynamicTest(
            deal.line() + ": " + deal.text(),
            () -> assertThat(found(EXTRACTING.extract(deal.text().replace("\\n", "\n"))))
                .containsExactlyInAnyOrderElementsOf(deal.expected())));
  }

  /** A day begins where the people are: in Nairobi it is tomorrow three hours before it is in UTC. */
  @Test
  void theDayIsThatOfTheRegion() {
    Extraction late = on("2026-11-25T21:30:00Z").extract("deliver 5 bags of maize tomorrow");
    assertThat(late.terms().get("delivery_deadline").value()).isEqualTo("2026-11-27");
  }

  private static List<Deal> table() throws IOException {
    String[] lines = new String(
            ExtractingTermsTest.class
                .getResourceAsStream("/org/voicepact/terms/deals.txt")
                .readAllBytes(),
            StandardCharsets.UTF_8)
        .split("\n");
    List<Deal> deals = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("  ")) {
        deals.get(deals.size() - 1).expected().add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        deals.add(new Deal(i + 1, line, new ArrayList<>()));
      }
    }
    return deals;
  }

  private static List<String> found(Extraction extraction) {
    List<String> found = new ArrayList<>();
    extraction.terms().forEach((name, term) -> found.add(name + " = " + said(term)));
    extraction
        .questions()
        .forEach(question -> found.add("? " + question.code().wire() + " " + question.field()));
    return found;
  }

  private static String said(Candidate term) {
    String words = term.words().replace("\n", "\\n");
    String value = term.value().toString();
    return value.equals(words) ? value : value + " | " + words;
  }
}

package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.access.entity.ForeignPage;
import org.voicepact.platform.entity.Refusal;

class BrowserCheckTest {

  private static final String HOST = "pact.example.org";
  private static final String OWN = "https://pact.example.org";
  private static final String LISTED = "https://app.example.org";
  private static final String FOREIGN = "https://evil.example";

  private final BrowserCheck check = new BrowserCheck(CrossOriginPolicyTest.origins(LISTED));

  @Test
  void aCallerThatIsNoBrowserPasses() {
    assertPasses("POST", List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void whatChangesNothingPasses(String method) {
    assertPasses(method, List.of(FOREIGN), List.of("cross-site"));
  }

  @ParameterizedTest
  @CsvSource({
    OWN + ", same-origin",
    OWN + ", ",
    LISTED + ", cross-site",
    LISTED + ", same-site",
    LISTED + ", ",
    ", same-origin",
    ", none"
  })
  void ourOwnAndListedPagesPass(String origin, String site) {
    assertPasses("POST", values(origin), values(site));
  }

  @ParameterizedTest
  @CsvSource({
    FOREIGN + ", cross-site",
    FOREIGN + ", ",
    FOREIGN + ", same-origin",
    "null, cross-site",
    "null, same-origin",
    "null, ",
    "'', ",
    "http://app.example.org, cross-site",
    "https://app.example.org.evil.example, cross-site",
    "https://sub.pact.example.org, same-site",
    // Our own page without TLS, which others on the way can change.
    "http://pact.example.org, cross-site",
    ", cross-site",
    ", Cross-Site"
  })
  void otherPagesAreRefused(String origin, String site) {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "post")) {
      assertRefused(method, values(origin), values(site));
    }
  }

  @Test
  void twoOriginsAreRefusedEvenWhereBothMayCall() {
    assertRefused("POST", List.of(LISTED, LISTED), List.of());
  }

  @Test
  void whereEveryOriginIsListedEveryPagePasses() {
    BrowserCheck open = new BrowserCheck(CrossOriginPolicyTest.origins("*"));
    assertThatCode(() -> open.check("POST", List.of("null"), List.of("cross-site"), HOST))
        .doesNotThrowAnyException();
  }

  private static List<String> values(String value) {
    return value == null ? List.of() : List.of(value);
  }

  private void assertPasses(String method, List<String> origins, List<String> sites) {
    assertThatCode(() -> check.check(method, origins, sites, HOST)).doesNotThrowAnyException();
  }

  private void assertRefused(String method, List<String> origins, List<String> sites) {
    assertThatThrownBy(() -> check.check(method, origins, sites, HOST))
        .isInstanceOf(ForeignPage.class)
        .hasMessageContaining("CORS_ORIGINS")
        .extracting(refusal -> ((Refusal) refusal).kind())
        .isEqualTo(Refusal.Kind.FORBIDDEN);
  }
}
